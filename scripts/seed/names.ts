const words = (text: string) => text.trim().split(/\s+/);

/** Given names as a Welsh council's directory holds them, with the accents that careless software loses. */
export const givenNames = words(`
  Aled Alun Alys Amelia Amina Amy Aneirin Angharad Anwen Arwel Beca Bethan Branwen Bronwen Bryn Cadi Caitlin Callum
  Carys Catrin Ceri Cerys Charlotte Chloe Claire Dafydd Dai Daniel David Deian Delyth Dewi Dylan Efa Eilir Eira
  Eirlys Eleri Elin Elis Ella Ellen Emily Emma Emyr Erin Eurig Euros Fatima Ffion Fflur Gareth Gemma Gethin Glenys
  Glyn Grace Gruffydd Guto Gwen Gwenan Gwenllian Gwilym Gwyn Gwyneth Hanna Harri Haf Hari Hassan Heledd Helen Huw
  Hywel Idris Ieuan Ifan Ioan Iolo Iorwerth Isla Iwan Jack Jakub James Jamila Jasmine Joanna John Joseph Karen
  Kasia Katarzyna Keira Kirsty Laura Lauren Lewis Lleucu Llinos Llion Llŷr Lowri Lucy Mabli Macsen Maciej Mair
  Mali Manon Maria Marged Mared Mark Martha Matthew Meinir Meleri Menna Meredydd Mohammed Morfydd Morgan
  Myfanwy Nadia Natalie Neil Nerys Nia Nigel Non Olivia Osian Owain Paul Penri Peredur Peter Piotr Priya Rachel Raj
  Rebecca Rhian Rhiannon Rhodri Rhun Rhys Richard Robert Robin Ruth Sadia Sara Sarah Seren Siân Siôn Sioned Siwan
  Sophie Stephen Steffan Susan Swyn Tegid Tegwen Tesni Thomas Tirion Tomos Tracey Tudur Wyn Yasmin Zainab Zoe`);

const plainFamilyNames = words(`
  Ahmed Ali Andrews Anwyl Baker Bebb Begum Bevan Bowen Brown Carter Chaudhry Clarke Collins Cook Cooper Davies Daniel
  Edwards Ellis Emanuel Evans Eynon Foulkes Francis George Gittins Griffiths Gronow Gwynne Hall Harries Harris Hill
  Hopkins Howells Hughes Humphreys Hussain Iqbal Jackson James Jenkins John Johnson Jones Kaur Khan Kowalski Lewis
  Lloyd Llewellyn Llywelyn Maddocks Martin Matthews Meredith Miles Mitchell Morgan Morris Mostyn Nicholas Nowak
  Owen Parker Parry Patel Pennant Perkins Phillips Powell Price Pritchard Probert Prosser Prothero Pryce Prydderch
  Pugh Rees Reynolds Richards Roberts Rogers Rowlands Scott Shah Singh Smith Stephens Tanner Taylor Thomas Tudor
  Turner Vaughan Walker Walters Watkins White Williams Wilson Wójcik Wood Wright Wynne Yusuf`);

/** Those that break naive code: apostrophes, spaces, hyphens, and some that are simply long. */
const awkwardFamilyNames = [
  "O'Connor",
  "O'Brien",
  "D'Souza",
  "ap Gwilym",
  "ap Rhys",
  "ferch Dafydd",
  "Fôn Roberts",
  "Llywelyn-Fitzgerald",
  "Morris-Jones",
  "van der Berg",
  "Prydderch-Llanfihangel Williams",
  "Adeyemi-Okonkwo Rhydderch-Pritchard",
];

export const familyNames: readonly string[] = [...plainFamilyNames, ...awkwardFamilyNames];

/** Places that large services name their local teams after. */
export const areas = [
  "Aber",
  "Bryn Derw",
  "Cwm Coed",
  "Dyffryn",
  "Eglwys Wen",
  "Felin Fach",
  "Glan yr Afon",
  "Hendre",
  "Is-y-coed",
  "Llanfair Town",
  "Maes Glas",
  "Nant y Garth",
  "Pen y Bont",
  "Pontnewydd",
  "Rhyd Ddu",
  "St Mary's",
  "Tal y Bryn",
  "Tŷ Gwyn",
  "Uwchmynydd",
  "Ystrad Isaf",
] as const;
