import type { RefusalCode } from "../../domain/refusal";
import { answerRefusals } from "./answer-refusal-text";
import { applicationRefusals } from "./application-refusal-text";
import { bilingual } from "./bilingual";
import { checkInRefusals } from "./check-in-refusal-text";
import { graphRefusals } from "./graph-refusal-text";
import { licenceRefusals } from "./licence-refusal-text";
import { rolloutRefusals } from "./rollout-refusal-text";
import { stateRefusals } from "./state-refusal-text";
import { surveyRefusals } from "./survey-refusal-text";

const en: Record<RefusalCode | "fault", string> = {
  fault:
    "Something went wrong on our side; nothing was changed. Try again, and quote {{requestId}} if it stays.",
  "request-invalid": "Some values are not as they should be. See the list and send it again.",
  "request-unreadable":
    "That is not a request as HTTP has them. Check its first line, its headers and its length.",
  "request-too-slow": "The rest of the request did not come. Send it again, as a whole.",
  "headers-too-large": "The headers of the request are too large: 16 KB in all. Send fewer or shorter ones.",
  "body-too-large": "That is too large. The limit is {{limit}}.",
  "body-not-json": "The request is not valid JSON. Check its format and send it again.",
  "content-type-wrong": "Send this as {{wanted}}, and say so in Content-Type.",
  "cursor-invalid": "That page link is no longer valid. Start again from the first page.",
  "if-match-missing": "Send If-Match with the etag you last read, so that nobody's change is lost.",
  stale: "Somebody changed this in the meantime. Load it again and repeat your change.",
  "not-found": "There is nothing here, or you cannot see it.",
  "not-signed-in": "Sign in first.",
  "too-many-requests": "That was a lot at once. Wait {{seconds}} seconds and try again.",
  "database-busy": "The database is busy; nothing was changed. Try again in a moment.",
  "database-full":
    "The server has no room left to write; nothing was changed. Reading still works. Tell IT, and try again later.",
  "not-allowed": "Your role does not allow this. Ask an administrator of Toolroll.",
  "person-not-admitted":
    "Toolroll does not have you in its directory of active people. Ask IT to add you, then open it again.",
  "asset-tag-taken": "The asset tag {{assetTag}} is already in use. Choose another one.",
  "asset-tag-empty": "Give the device an asset tag.",
  "character-hidden":
    "That holds a character that cannot be seen ({{sign}}), so it could pass for something else. Type it by hand instead of pasting it.",
  ...stateRefusals.en,
  ...applicationRefusals.en,
  ...checkInRefusals.en,
  ...rolloutRefusals.en,
  "person-left": "{{name}} has left and cannot be given a device.",
  "person-unknown": "There is no such person in the directory.",
  "person-holds-kit":
    "{{name}} still holds kit (devices: {{devices}}). Take it back first, or confirm that it goes to the team without a holder.",
  "person-erases-self": "You cannot erase yourself. Ask another administrator.",
  "retention-out-of-range": "Some times are too short or too long. See the list and send it again.",
  ...licenceRefusals.en,
  "delivery-not-retried": "There is nothing to try again for this person.",
  "sending-not-held": "Sending is not held any more: somebody has decided already.",
  "snooze-too-late": "The question closes before then. Please answer it now.",
  "answered-already": "You have answered this already.",
  "calendar-invalid": "Those hours cannot be kept. See what is said of each field and send them again.",
  "os-table-invalid": "Some lines of the table are not as they should be. See the list and send it again.",
  "replacement-age-out-of-range":
    "Some ages are not whole years from 0 to 20. See the list and send it again.",
  "team-unknown": "There is no such team.",
  "team-name-taken": "There is already a team of that name in the same place.",
  "team-circle": "A team cannot lie below itself. Choose another parent.",
  "purpose-not-available": "Say which survey is to ask, in surveyId, or open the survey itself.",
  "audience-not-available":
    "This kind of audience is not available yet. Choose teams, people, a device model or everyone.",
  "audience-empty": "Nobody is in this audience. Choose another one.",
  "closes-in-past": "Choose a closing time in the future, after the opening time.",
  "check-in-not-draft": "This check-in has been launched and can no longer be changed like this.",
  "check-in-not-running": "This check-in is not running.",
  "check-in-not-paused": "This check-in is not paused.",
  "check-in-closed": "This check-in is closed. Nothing has been changed.",
  ...surveyRefusals.en,
  ...graphRefusals.en,
  "stock-take-closed": "This stock-take is closed. Nothing was changed.",
  "stock-take-empty": "The register has no devices in these teams. Choose others.",
  "stock-take-item-unexpected":
    "This was not on the list: it is there already. Remove it if it was entered by mistake.",
  "stock-take-item-expected": "This is on the list of the stock-take and cannot be removed. Mark it instead.",
  ...answerRefusals.en,
  "device-held": "{{assetTag}} is still listed with somebody. Take it back first.",
  "device-disposed": "{{assetTag}} has been disposed of. Restore it first if that was a mistake.",
  "device-not-disposed": "{{assetTag}} has not been disposed of.",
  "device-has-reports":
    "There are reports about {{assetTag}}. Archive it instead, so that they keep their device.",
  "disposal-in-future": "The day of disposal lies in the future. Correct it.",
  "disposal-before-purchase": "The day of disposal lies before the day of purchase. Correct one of the two.",
  "disposal-certificate-missing": "Give the number of the destruction certificate.",
  "problem-reason-missing": "Say why the report is dismissed: whoever reported it sees the reason.",
  "problem-action-unfit": "This step does not go with this report. Open it again to see what can be done.",
  "import-not-text":
    "Line {{line}}, column {{column}}: this is not a CSV text file. Save it as CSV (UTF-8) and try again.",
  "import-is-workbook":
    "This is a spreadsheet, not a CSV file (line {{line}}). In Excel choose Save as, then CSV UTF-8, and import that file.",
  "import-encoding":
    "Line {{line}}, column {{column}}: a character there is not valid {{encoding}}, so the file is damaged. Export it again as CSV UTF-8.",
  "import-quote-open":
    'Line {{line}}, column {{column}}: a quotation mark (") there is not closed at the end of its cell. Close it, take it out, or write it twice ("").',
  "import-empty": "The file is empty.",
  "import-too-large":
    "The file is larger than {{limit}}; the limit is reached near line {{line}}. Split it and import the parts.",
  "import-too-many-rows":
    "Line {{line}}: the file has more than {{limit}} rows. Split it and import the parts.",
  "import-too-many-columns":
    "Line {{line}} has {{count}} columns; {{limit}} are allowed. Take out the ones that Toolroll does not need.",
  "import-cell-too-long":
    "Line {{line}}, column {{column}}: the text is longer than {{limit}} characters. Shorten it, or look for a quotation mark that is not closed.",
  "import-no-header":
    "Line {{line}} has no column that Toolroll knows. It should name the columns, for example: {{expected}}.",
  "import-header-below":
    "The columns are named in line {{line}}. Take out the lines above it, so that the names come first.",
  "import-header-empty":
    "Line {{line}}, column {{column}}: this column has values but no name. Name it or take it out.",
  "import-header-duplicate":
    "Line {{line}}: the column {{column}} is there twice, as number {{first}} and number {{at}}. Keep one of them.",
  "import-column-missing":
    "Line {{line}}: the column {{column}} is missing, so Toolroll cannot tell the rows apart. Add it.",
  "import-field-unknown":
    "The column {{column}} cannot be used as {{field}}: there is no such field, or another column is used as it already.",
  "import-undone": "This import has been undone already.",
  "import-changed-nothing": "This import changed nothing, so there is nothing to undo.",
  "import-changed-since":
    "This import cannot be undone: of its records, {{count}} changed since or are in use ({{names}}). Correct what is wrong by hand, or import a corrected file.",
};

const cy: Record<RefusalCode | "fault", string> = {
  fault:
    "Aeth rhywbeth o'i le ar ein hochr ni; ni newidiwyd dim. Ceisiwch eto, a dyfynnwch {{requestId}} os yw'n parhau.",
  "request-invalid": "Nid yw rhai gwerthoedd fel y dylent fod. Gweler y rhestr ac anfonwch eto.",
  "request-unreadable":
    "Nid yw hwnnw'n gais fel y dylai HTTP fod. Gwiriwch ei linell gyntaf, ei benynnau a'i hyd.",
  "request-too-slow": "Ni ddaeth gweddill y cais. Anfonwch ef eto, yn gyfan.",
  "headers-too-large": "Mae penynnau'r cais yn rhy fawr: 16 KB i gyd. Anfonwch lai ohonynt, neu rai byrrach.",
  "body-too-large": "Mae hynny'n rhy fawr. Y terfyn yw {{limit}}.",
  "body-not-json": "Nid yw'r cais yn JSON dilys. Gwiriwch ei fformat ac anfonwch eto.",
  "content-type-wrong": "Anfonwch hwn fel {{wanted}}, a dywedwch hynny yn Content-Type.",
  "cursor-invalid": "Nid yw'r ddolen honno'n ddilys mwyach. Dechreuwch eto o'r dudalen gyntaf.",
  "if-match-missing": "Anfonwch If-Match gyda'r etag diwethaf a ddarllenoch, rhag colli newid neb.",
  stale: "Mae rhywun wedi newid hyn yn y cyfamser. Llwythwch eto ac ailadroddwch eich newid.",
  "not-found": "Does dim byd yma, neu ni allwch ei weld.",
  "not-signed-in": "Mewngofnodwch yn gyntaf.",
  "too-many-requests":
    "Roedd hynny'n llawer ar unwaith. Arhoswch {{seconds}} eiliad a rhowch gynnig arall arni.",
  "database-busy": "Mae'r gronfa ddata'n brysur; ni newidiwyd dim. Rhowch gynnig arall arni mewn eiliad.",
  "database-full":
    "Nid oes lle ar ôl ar y gweinydd i ysgrifennu; ni newidiwyd dim. Mae darllen yn dal i weithio. Rhowch wybod i TG, a rhowch gynnig arall arni'n nes ymlaen.",
  "not-allowed": "Nid yw eich rôl yn caniatáu hyn. Gofynnwch i weinyddwr Toolroll.",
  "person-not-admitted":
    "Nid ydych yng nghyfeiriadur pobl weithredol Toolroll. Gofynnwch i TG eich ychwanegu, yna agorwch ef eto.",
  "asset-tag-taken": "Mae'r tag ased {{assetTag}} eisoes yn cael ei ddefnyddio. Dewiswch un arall.",
  "asset-tag-empty": "Rhowch dag ased i'r ddyfais.",
  "character-hidden":
    "Mae hynny'n cynnwys nod na ellir ei weld ({{sign}}), felly gallai edrych fel rhywbeth arall. Teipiwch ef â llaw yn lle ei ludo.",
  ...stateRefusals.cy,
  ...applicationRefusals.cy,
  ...checkInRefusals.cy,
  ...rolloutRefusals.cy,
  "person-left": "Mae {{name}} wedi gadael ac ni ellir rhoi dyfais iddynt.",
  "person-unknown": "Nid oes person o'r fath yn y cyfeiriadur.",
  "person-holds-kit":
    "Mae gan {{name}} offer o hyd (dyfeisiau: {{devices}}). Cymerwch ef yn ôl yn gyntaf, neu cadarnhewch ei fod yn mynd i'r tîm heb ddeiliad.",
  "person-erases-self": "Ni allwch ddileu eich data eich hun. Gofynnwch i weinyddwr arall.",
  "retention-out-of-range": "Mae rhai amserau'n rhy fyr neu'n rhy hir. Gweler y rhestr ac anfonwch eto.",
  ...licenceRefusals.cy,
  "delivery-not-retried": "Nid oes dim i roi cynnig arall arno ar gyfer y person hwn.",
  "sending-not-held": "Nid yw anfon yn cael ei ddal yn ôl mwyach: mae rhywun wedi penderfynu eisoes.",
  "snooze-too-late": "Bydd y cwestiwn yn cau cyn hynny. Atebwch ef nawr, os gwelwch yn dda.",
  "answered-already": "Rydych wedi ateb hwn yn barod.",
  "calendar-invalid":
    "Ni ellir cadw'r oriau hynny. Gweler yr hyn a ddywedir am bob maes ac anfonwch nhw eto.",
  "os-table-invalid": "Nid yw rhai llinellau o'r tabl fel y dylent fod. Gweler y rhestr ac anfonwch ef eto.",
  "replacement-age-out-of-range":
    "Nid yw rhai oedrannau'n flynyddoedd cyfan o 0 i 20. Gweler y rhestr ac anfonwch ef eto.",
  "team-unknown": "Nid oes tîm o'r fath.",
  "team-name-taken": "Mae tîm o'r enw hwnnw eisoes yn yr un lle.",
  "team-circle": "Ni all tîm fod oddi tano'i hun. Dewiswch riant arall.",
  "purpose-not-available": "Dywedwch pa arolwg sydd i ofyn, yn surveyId, neu agorwch yr arolwg ei hun.",
  "audience-not-available":
    "Nid yw'r math hwn o gynulleidfa ar gael eto. Dewiswch dimau, pobl, model dyfais neu bawb.",
  "audience-empty": "Nid oes neb yn y gynulleidfa hon. Dewiswch un arall.",
  "closes-in-past": "Dewiswch amser cau yn y dyfodol, ar ôl yr amser agor.",
  "check-in-not-draft": "Mae'r holiad hwn wedi'i lansio ac ni ellir ei newid fel hyn mwyach.",
  "check-in-not-running": "Nid yw'r holiad hwn yn rhedeg.",
  "check-in-not-paused": "Nid yw'r holiad hwn wedi'i oedi.",
  "check-in-closed": "Mae'r holiad hwn wedi cau. Nid oes dim wedi'i newid.",
  ...surveyRefusals.cy,
  ...graphRefusals.cy,
  "stock-take-closed": "Mae'r cyfrif stoc hwn wedi cau. Nid oes dim wedi'i newid.",
  "stock-take-empty": "Nid oes gan y gofrestr ddyfeisiau yn y timau hyn. Dewiswch rai eraill.",
  "stock-take-item-unexpected":
    "Nid oedd hwn ar y rhestr: mae yno eisoes. Tynnwch ef os cafodd ei roi drwy gamgymeriad.",
  "stock-take-item-expected":
    "Mae hwn ar restr y cyfrif stoc ac ni ellir ei dynnu. Marciwch ef yn lle hynny.",
  ...answerRefusals.cy,
  "device-held": "Mae {{assetTag}} yn dal wedi'i restru gyda rhywun. Cymerwch ef yn ôl yn gyntaf.",
  "device-disposed": "Cafwyd gwared ar {{assetTag}}. Adferwch ef yn gyntaf os camgymeriad oedd hynny.",
  "device-not-disposed": "Ni chafwyd gwared ar {{assetTag}}.",
  "device-has-reports":
    "Mae adroddiadau am {{assetTag}}. Archifwch ef yn lle hynny, er mwyn iddynt gadw eu dyfais.",
  "disposal-in-future": "Mae'r diwrnod gwaredu yn y dyfodol. Cywirwch ef.",
  "disposal-before-purchase": "Mae'r diwrnod gwaredu cyn y diwrnod prynu. Cywirwch un o'r ddau.",
  "disposal-certificate-missing": "Rhowch rif y dystysgrif dinistrio.",
  "problem-reason-missing":
    "Dywedwch pam y gwrthodir yr adroddiad: mae'r sawl a'i gwnaeth yn gweld y rheswm.",
  "problem-action-unfit":
    "Nid yw'r cam hwn yn addas i'r adroddiad hwn. Agorwch ef eto i weld beth y gellir ei wneud.",
  "import-not-text":
    "Llinell {{line}}, colofn {{column}}: nid ffeil destun CSV yw hon. Cadwch hi fel CSV (UTF-8) a cheisiwch eto.",
  "import-is-workbook":
    "Taenlen yw hon, nid ffeil CSV (llinell {{line}}). Yn Excel dewiswch Cadw fel, yna CSV UTF-8, a mewnforiwch y ffeil honno.",
  "import-encoding":
    "Llinell {{line}}, colofn {{column}}: nid yw nod yno yn {{encoding}} dilys, felly mae'r ffeil wedi'i difrodi. Allforiwch hi eto fel CSV UTF-8.",
  "import-quote-open":
    'Llinell {{line}}, colofn {{column}}: ni chaewyd dyfynnod (") yno ar ddiwedd ei gell. Caewch ef, tynnwch ef allan, neu ysgrifennwch ef ddwywaith ("").',
  "import-empty": "Mae'r ffeil yn wag.",
  "import-too-large":
    "Mae'r ffeil yn fwy na {{limit}}; cyrhaeddir y terfyn tua llinell {{line}}. Rhannwch hi a mewnforiwch y rhannau.",
  "import-too-many-rows":
    "Llinell {{line}}: mae gan y ffeil fwy na {{limit}} rhes. Rhannwch hi a mewnforiwch y rhannau.",
  "import-too-many-columns":
    "Mae gan linell {{line}} {{count}} colofn; caniateir {{limit}}. Tynnwch allan y rhai nad oes eu hangen ar Toolroll.",
  "import-cell-too-long":
    "Llinell {{line}}, colofn {{column}}: mae'r testun yn hirach na {{limit}} nod. Byrhewch ef, neu chwiliwch am ddyfynnod heb ei gau.",
  "import-no-header":
    "Nid oes gan linell {{line}} golofn y mae Toolroll yn ei hadnabod. Dylai enwi'r colofnau, er enghraifft: {{expected}}.",
  "import-header-below":
    "Mae'r colofnau wedi'u henwi yn llinell {{line}}. Tynnwch y llinellau uwch ei phen allan, fel bod yr enwau'n dod gyntaf.",
  "import-header-empty":
    "Llinell {{line}}, colofn {{column}}: mae gan y golofn hon werthoedd ond dim enw. Enwch hi neu tynnwch hi allan.",
  "import-header-duplicate":
    "Llinell {{line}}: mae'r golofn {{column}} yno ddwywaith, fel rhif {{first}} a rhif {{at}}. Cadwch un ohonynt.",
  "import-column-missing":
    "Llinell {{line}}: mae'r golofn {{column}} ar goll, felly ni all Toolroll wahaniaethu rhwng y rhesi. Ychwanegwch hi.",
  "import-field-unknown":
    "Ni ellir defnyddio'r golofn {{column}} fel {{field}}: nid oes maes o'r fath, neu mae colofn arall yn cael ei defnyddio felly eisoes.",
  "import-undone": "Mae'r mewnforiad hwn eisoes wedi'i ddadwneud.",
  "import-changed-nothing": "Ni newidiodd y mewnforiad hwn ddim, felly nid oes dim i'w ddadwneud.",
  "import-changed-since":
    "Mae {{count}} o gofnodion y mewnforiad hwn wedi'u newid neu ar waith ers hynny, felly ni ellir ei ddadwneud: {{names}}. Cywirwch yr hyn sydd o'i le â llaw, neu mewnforiwch ffeil wedi'i chywiro.",
};

/** What each refusal says: what is wrong and what to do. */
export const refusalText = bilingual(en, cy);
