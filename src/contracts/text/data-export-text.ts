import { bilingual } from "./bilingual";

/** The readable form of what is held about one person. */
export const dataExportText = bilingual(
  {
    title: "What Toolroll holds about {{name}}",
    made: "Put together on {{day}}",
    none: "Nothing.",
    yes: "Yes",
    no: "No",
    person: "You in the directory",
    teams: "Teams that you manage",
    devices: "Devices that you hold",
    problems: "Problems that you reported",
    assignments: "Whether you have what was handed to you: when you were asked, and what you said",
    checkIns: "Questions that you were asked, and your answers",
    surveys:
      "Open confidence surveys that ask you. Your answers are shown to you alone, in Toolroll under “Surveys for you”",
    conversations: "How the bot reaches you in Teams",
    contact: "When and about what you want to be written to",
    messages: "Messages to you that still count for how many you may get",
    notes:
      "Reminders of renewals and digests of findings and blockers that the bot sent you, or did not, and why",
    calendars: "Your address for the calendar of contracts",
    stockTakes: "Stock-takes that looked for devices you held, or that you looked for",
    rollouts: "Rollouts that you are part of, and how far you are",
    rolloutAnswers: "What you said of your step in a rollout",
    blockers: "What stopped you or others, as you said it or as it was said of you",
    trainings: "Trainings that you were at, or missed",
    applications: "Applications that you own",
    licences: "Licences that you hold, and when you last used any of Microsoft 365",
    licenceReviews: "Licences that you were asked about, and what you said",
    imports: "Files that you imported",
    accounts: "Your Microsoft account as it was read: department, last sign-ins and last use",
    mentions:
      "Other records that name you: what you started, closed, changed, are in charge of or were asked",
    events: "Changes that you made, or that concern you",
    notHeldTitle: "What Toolroll does not hold",
    "notHeld.surveys":
      "Your answers to confidence surveys that have closed: nobody, Toolroll included, can link them to you any more.",
    "notHeld.reads":
      "Whether or when you read a message: Toolroll knows that one was sent, and nothing more.",
    "notHeld.chats": "What you write in Teams, apart from answers to its own questions.",
    "notHeld.activity":
      "How you use your devices: no location, no programs, no web pages, no keystrokes, no working hours. Of Microsoft 365 no more than the last days that stand above.",
    "notHeld.credentials": "Passwords and sign-in tokens.",
    "notHeld.hr": "Pay, absence, appraisals and other personnel records.",
    "notHeld.decisions": "Decisions about you made by a machine, and profiles of you: there are none.",
    "notHeld.logs":
      "Your name in technical logs: they carry ids and times. Ask IT about logs and back-ups, which are kept outside Toolroll.",
  },
  {
    title: "Yr hyn y mae Toolroll yn ei gadw am {{name}}",
    made: "Lluniwyd ar {{day}}",
    none: "Dim.",
    yes: "Ydy",
    no: "Nac ydy",
    person: "Chi yn y cyfeiriadur",
    teams: "Timau yr ydych yn eu rheoli",
    devices: "Dyfeisiau sydd gennych",
    problems: "Problemau yr ydych wedi'u hadrodd",
    assignments: "A oes gennych yr hyn a roddwyd ichi: pryd y gofynnwyd ichi, a beth ddywedoch chi",
    checkIns: "Cwestiynau a ofynnwyd i chi, a'ch atebion",
    surveys:
      "Arolygon hyder agored sy'n gofyn i chi. I chi'n unig y dangosir eich atebion, yn Toolroll o dan “Arolygon i chi”",
    conversations: "Sut mae'r bot yn eich cyrraedd yn Teams",
    contact: "Pryd ac am beth yr ydych am gael negeseuon",
    messages: "Negeseuon atoch sy'n dal i gyfrif tuag at faint y cewch",
    notes:
      "Nodiadau atgoffa am adnewyddiadau a chrynodebau o ganfyddiadau a rhwystrau a anfonodd y bot atoch, neu beidio, a pham",
    calendars: "Eich cyfeiriad ar gyfer calendr y contractau",
    stockTakes: "Cyfrifon stoc a chwiliodd am ddyfeisiau oedd gennych, neu y buoch chi'n chwilio amdanynt",
    rollouts: "Cyflwyniadau yr ydych yn rhan ohonynt, a pha mor bell yr ydych",
    rolloutAnswers: "Yr hyn a ddywedoch am eich cam mewn cyflwyniad",
    blockers: "Yr hyn a'ch rhwystrodd chi neu eraill, fel y dywedoch chi neu fel y dywedwyd amdanoch",
    trainings: "Hyfforddiant y buoch ynddo, neu a golloch",
    applications: "Rhaglenni yr ydych yn berchen arnynt",
    licences: "Trwyddedau sydd gennych, a phryd y defnyddioch chi Microsoft 365 ddiwethaf",
    licenceReviews: "Trwyddedau y gofynnwyd i chi amdanynt, a'ch ateb",
    imports: "Ffeiliau yr ydych wedi'u mewnforio",
    accounts: "Eich cyfrif Microsoft fel y'i darllenwyd: adran, mewngofnodiadau diwethaf a defnydd diwethaf",
    mentions:
      "Cofnodion eraill sy'n eich enwi: yr hyn a ddechreuoch, a gaeoch, a newidioch, yr ydych yn gyfrifol amdano neu y gofynnwyd ichi amdano",
    events: "Newidiadau a wnaethoch, neu sy'n ymwneud â chi",
    notHeldTitle: "Yr hyn nad yw Toolroll yn ei gadw",
    "notHeld.surveys":
      "Eich atebion i arolygon hyder sydd wedi cau: ni all neb, gan gynnwys Toolroll, eu cysylltu â chi mwyach.",
    "notHeld.reads":
      "A ydych wedi darllen neges, neu pryd: mae Toolroll yn gwybod bod un wedi'i hanfon, a dim mwy.",
    "notHeld.chats": "Yr hyn yr ydych yn ei ysgrifennu yn Teams, heblaw atebion i'w gwestiynau ei hun.",
    "notHeld.activity":
      "Sut yr ydych yn defnyddio'ch dyfeisiau: dim lleoliad, dim rhaglenni, dim tudalennau gwe, dim trawiadau bysell, dim oriau gwaith. O Microsoft 365 dim mwy na'r dyddiau olaf sydd uchod.",
    "notHeld.credentials": "Cyfrineiriau a thocynnau mewngofnodi.",
    "notHeld.hr": "Cyflog, absenoldeb, gwerthusiadau a chofnodion personél eraill.",
    "notHeld.decisions": "Penderfyniadau amdanoch gan beiriant, a phroffiliau ohonoch: nid oes rhai.",
    "notHeld.logs":
      "Eich enw mewn logiau technegol: IDau ac amserau sydd ynddynt. Gofynnwch i TG am logiau a chopïau wrth gefn, sy'n cael eu cadw y tu allan i Toolroll.",
  },
);
