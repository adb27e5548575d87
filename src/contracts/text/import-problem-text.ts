import type { ImportProblemCode } from "../../domain/import/problem";

type ProblemText = Record<`problem.${ImportProblemCode | "date-asked"}`, string>;

/** What is said of a row of an import: what is wrong and what to do. Line and column stand beside it. */
export const importProblemEnglish: ProblemText = {
  "problem.row-short":
    "This line has {{count}} cells, the header has {{expected}}. Look for a missing separator.",
  "problem.row-long":
    "This line has {{count}} cells, the header has {{expected}}. Put text that contains the separator into quotation marks.",
  "problem.text-damaged":
    "“{{value}}” has lost characters in an earlier export. Export it again as CSV UTF-8.",
  "problem.value-missing": "This cell is empty, but a value is needed here.",
  "problem.value-too-long": "This text has {{count}} characters; {{limit}} are allowed. Shorten it.",
  "problem.type-unknown": "“{{value}}” is not a type that Toolroll knows. Use one of: {{allowed}}.",
  "problem.status-unknown":
    "“{{value}}” is not a status. Use one of: {{allowed}}. Your own words go in a column called label.",
  "problem.date-unreadable": "“{{value}}” is not a date. Write it as YYYY-MM-DD.",
  "problem.date-not-real": "The date “{{value}}” does not exist. Correct it.",
  "problem.date-ambiguous":
    "“{{value}}” could be day/month or month/day, and nothing in this column says which. Write it as YYYY-MM-DD.",
  "problem.date-asked":
    "“{{value}}” could be day/month or month/day. Saying once for the whole file which comes first decides it.",
  "problem.moment-unreadable": "“{{value}}” is not a date and time. Write it as YYYY-MM-DD HH:MM.",
  "problem.money-unreadable": "“{{value}}” is not an amount of money. Write it like 1234.56.",
  "problem.currency-unknown":
    "The currency of “{{value}}” is not known. Write the amount with a code such as GBP or EUR.",
  "problem.months-unreadable": "“{{value}}” is not a number of months.",
  "problem.flag-unreadable": "“{{value}}” is neither yes nor no. Use yes or no.",
  "problem.id-unreadable":
    "“{{value}}” cannot be the id of a person. Use the object id from Microsoft Entra.",
  "problem.email-unreadable": "“{{value}}” is not an e-mail address.",
  "problem.person-unknown": "Nobody in the directory is “{{value}}”. Correct it or import the person first.",
  "problem.person-ambiguous":
    "{{count}} people in the directory are “{{value}}”. Give the e-mail address of the right one.",
  "problem.team-unknown": "There is no team “{{value}}”. Correct it or import the team first.",
  "problem.team-ambiguous":
    "There are {{count}} teams called “{{value}}”. Write the whole path, such as Directorate > Service > Team.",
  "problem.team-circle": "“{{value}}” would lie below itself. Choose another parent.",
  "problem.team-name-taken": "There is already a team called “{{value}}” in the same place.",
  "problem.email-taken": "“{{value}}” is the e-mail address of {{name}}. Two active people cannot share one.",
  "problem.device-disposed":
    "{{value}} has been disposed of. Restore it in the inventory first, if that was a mistake.",
  "problem.holder-refused":
    "“{{value}}” cannot have a holder: it is archived or not fit for use. Change its status or take the holder out.",
  "problem.same-record": "Line {{other}} is about the same: “{{value}}”. Keep one of the two lines.",
  "problem.two-records":
    "“{{value}}” belongs to one device and the rest of this line to another: {{other}}. Say which one is meant.",
  "problem.serial-taken":
    "Line {{other}} has the same serial number, “{{value}}”. Two devices cannot share one.",
  "problem.serial-differs":
    "The register has “{{value}}” with another serial number, {{other}}. If this is a new device, rename one of the two.",
  "problem.key-lookalike":
    "“{{value}}” looks like “{{other}}” but is written with other characters. Type it again.",
  "problem.key-invisible": "“{{value}}” contains characters that nobody can see. Type it again.",
  "problem.key-mixed":
    "“{{value}}” contains the letter “{{letter}}” of another alphabet among Latin ones. Type it again.",
  "problem.choice-unknown": "“{{value}}” is not one of: {{allowed}}.",
  "problem.number-unreadable": "“{{value}}” is not a whole number from {{least}} to {{most}}.",
  "problem.name-taken": "There is already one called “{{value}}”. Give one of the two another name.",
  "problem.application-unknown":
    "There is no application “{{value}}”. Correct it or import the application first.",
  "problem.licence-unknown":
    "The council has no licence “{{value}}”. Write its SKU id or part number as the list of licences has it.",
  "problem.licence-ambiguous":
    "“{{value}}” stands for several licences: {{other}}. Give the SKU id of the one that is meant.",
  "problem.contract-elsewhere":
    "The contract with this id is for {{other}}, the line says “{{value}}”. Correct the name, or take the id out for a new contract.",
  "problem.contract-unclear":
    "Nothing here says which contract of “{{value}}” is meant, or that it is a new one: {{count}} could be. Give the id from an export, or write reference and start as the register has them.",
  "problem.ends-before-start": "The end, {{value}}, is before the start, {{start}}. Correct one of the two.",
  "problem.kind-assumed": "Nothing here says what kind of application this is; it becomes line-of-business.",
  "problem.set-by-hand":
    "Somebody set this to “{{other}}” in Toolroll; the file says “{{value}}”. Decide whether to keep it or take the file's.",
  "problem.type-assumed": "Nothing here says what type of device this is; it becomes “other”.",
  "problem.label-unmapped":
    "The label “{{value}}” is not one of your labels. Say in the preview which status it stands for, or add it in Settings, Device labels.",
  "problem.label-retired":
    "The label “{{value}}” is retired. Use another, or take it back into use in Settings, Device labels.",
  "problem.label-status-differs":
    "The label “{{value}}” stands for {{status}}, the line says {{other}}. Correct the line, or change in Settings, Device labels, what the label stands for.",
  "problem.label-added":
    "The label “{{value}}” is new; it is added to your labels and stands for {{status}}.",
  "problem.holder-unknown": "Nobody in the directory is “{{value}}”; the holder is left as it is.",
  "problem.holder-left": "{{value}} has left but is given this device.",
  "problem.team-unmatched": "There is no team “{{value}}”; the team is left as it is.",
  "problem.header-below": "The lines above the column names are empty and are left out.",
  "problem.header-twice": "There are two columns of this name; neither is used.",
};

export const importProblemWelsh: ProblemText = {
  "problem.row-short":
    "Mae gan y llinell hon {{count}} cell, a'r pennawd {{expected}}. Chwiliwch am wahanydd coll.",
  "problem.row-long":
    "Mae gan y llinell hon {{count}} cell, a'r pennawd {{expected}}. Rhowch destun sy'n cynnwys y gwahanydd mewn dyfynodau.",
  "problem.text-damaged":
    "Mae “{{value}}” wedi colli nodau mewn allforiad cynharach. Allforiwch eto fel CSV UTF-8.",
  "problem.value-missing": "Mae'r gell hon yn wag, ond mae angen gwerth yma.",
  "problem.value-too-long": "Mae gan y testun hwn {{count}} nod; caniateir {{limit}}. Byrhewch ef.",
  "problem.type-unknown":
    "Nid yw “{{value}}” yn fath y mae Toolroll yn ei adnabod. Defnyddiwch un o'r rhain: {{allowed}}.",
  "problem.status-unknown":
    "Nid yw “{{value}}” yn statws. Defnyddiwch un o'r rhain: {{allowed}}. Mae eich geiriau eich hun yn perthyn i golofn o'r enw label.",
  "problem.date-unreadable":
    "Nid yw “{{value}}” yn ddyddiad. Ysgrifennwch ef fel BBBB-MM-DD (er enghraifft 2025-03-31).",
  "problem.date-not-real": "Nid yw'r dyddiad “{{value}}” yn bod. Cywirwch ef.",
  "problem.date-ambiguous":
    "Gallai “{{value}}” fod yn ddiwrnod/mis neu'n fis/diwrnod, ac nid oes dim yn y golofn hon yn dweud pa un. Ysgrifennwch ef fel BBBB-MM-DD (er enghraifft 2025-03-31).",
  "problem.date-asked":
    "Gallai “{{value}}” fod yn ddiwrnod/mis neu'n fis/diwrnod. Mae dweud unwaith am y ffeil gyfan pa un sy'n dod gyntaf yn ei benderfynu.",
  "problem.moment-unreadable":
    "Nid yw “{{value}}” yn ddyddiad ac amser. Ysgrifennwch ef fel BBBB-MM-DD AA:MM (er enghraifft 2025-03-31 14:30).",
  "problem.money-unreadable": "Nid yw “{{value}}” yn swm o arian. Ysgrifennwch ef fel 1234.56.",
  "problem.currency-unknown":
    "Nid yw arian cyfred “{{value}}” yn hysbys. Ysgrifennwch y swm gyda chod fel GBP neu EUR.",
  "problem.months-unreadable": "Nid yw “{{value}}” yn nifer o fisoedd.",
  "problem.flag-unreadable": "Nid yw “{{value}}” yn ie nac yn nage. Defnyddiwch ie neu nage.",
  "problem.id-unreadable":
    "Ni all “{{value}}” fod yn ddynodydd person. Defnyddiwch ddynodydd y gwrthrych o Microsoft Entra.",
  "problem.email-unreadable": "Nid yw “{{value}}” yn gyfeiriad e-bost.",
  "problem.person-unknown":
    "Nid oes neb yn y cyfeiriadur o'r enw “{{value}}”. Cywirwch ef neu mewnforiwch y person yn gyntaf.",
  "problem.person-ambiguous":
    "Mae mwy nag un person ({{count}}) yn y cyfeiriadur o'r enw “{{value}}”. Rhowch gyfeiriad e-bost yr un cywir.",
  "problem.team-unknown": "Nid oes tîm “{{value}}”. Cywirwch ef neu mewnforiwch y tîm yn gyntaf.",
  "problem.team-ambiguous":
    "Mae mwy nag un tîm ({{count}}) o'r enw “{{value}}”. Ysgrifennwch y llwybr cyfan, fel Cyfarwyddiaeth > Gwasanaeth > Tîm.",
  "problem.team-circle": "Byddai “{{value}}” oddi tano'i hun. Dewiswch riant arall.",
  "problem.team-name-taken": "Mae tîm o'r enw “{{value}}” eisoes yn yr un lle.",
  "problem.email-taken":
    "“{{value}}” yw cyfeiriad e-bost {{name}}. Ni all dau berson gweithredol rannu un cyfeiriad.",
  "problem.device-disposed":
    "Cafwyd gwared ar {{value}}. Adferwch y ddyfais yn y rhestr offer yn gyntaf, os camgymeriad oedd hynny.",
  "problem.holder-refused":
    "Ni all neb ddal “{{value}}”: mae wedi'i archifo neu nid yw'n addas i'w ddefnyddio. Newidiwch ei statws neu tynnwch y deiliad allan.",
  "problem.same-record":
    "Mae llinell {{other}} yn sôn am yr un peth: “{{value}}”. Cadwch un o'r ddwy linell.",
  "problem.two-records":
    "Mae “{{value}}” yn perthyn i un ddyfais a gweddill y llinell hon i un arall: {{other}}. Dywedwch pa un a olygir.",
  "problem.serial-taken":
    "Mae gan linell {{other}} yr un rhif cyfresol, “{{value}}”. Ni all dwy ddyfais rannu un rhif.",
  "problem.serial-differs":
    "Mae gan y gofrestr “{{value}}” gyda rhif cyfresol arall, {{other}}. Os dyfais newydd yw hon, ailenwch un o'r ddwy.",
  "problem.key-lookalike":
    "Mae “{{value}}” yn edrych fel “{{other}}” ond wedi'i ysgrifennu â nodau eraill. Teipiwch ef eto.",
  "problem.key-invisible": "Mae “{{value}}” yn cynnwys nodau na all neb eu gweld. Teipiwch ef eto.",
  "problem.key-mixed":
    "Mae “{{value}}” yn cynnwys y llythyren “{{letter}}” o wyddor arall ymhlith rhai Lladin. Teipiwch ef eto.",
  "problem.choice-unknown": "Nid yw “{{value}}” yn un o'r rhain: {{allowed}}.",
  "problem.number-unreadable": "Nid yw “{{value}}” yn rhif cyfan o {{least}} i {{most}}.",
  "problem.name-taken": "Mae un o'r enw “{{value}}” eisoes. Rhowch enw arall ar un o'r ddau.",
  "problem.application-unknown":
    "Nid oes rhaglen o'r enw “{{value}}”. Cywirwch ef neu mewnforiwch y rhaglen yn gyntaf.",
  "problem.licence-unknown":
    "Nid oes gan y cyngor drwydded “{{value}}”. Ysgrifennwch ei SKU id neu ei rhif rhan fel y mae yn y rhestr drwyddedau.",
  "problem.licence-ambiguous":
    "Mae “{{value}}” yn sefyll am sawl trwydded: {{other}}. Rhowch SKU id yr un a olygir.",
  "problem.contract-elsewhere":
    "Mae'r contract â'r id hwn ar gyfer {{other}}, ond mae'r llinell yn dweud “{{value}}”. Cywirwch yr enw, neu tynnwch yr id allan ar gyfer contract newydd.",
  "problem.contract-unclear":
    "Nid oes dim yma'n dweud pa un o gontractau “{{value}}” a olygir, nac ai un newydd ydyw: gallai fod yn un o {{count}}. Rhowch yr id o allforiad, neu ysgrifennwch y cyfeirnod a'r dechrau fel y maent yn y gofrestr.",
  "problem.ends-before-start": "Mae'r diwedd, {{value}}, cyn y dechrau, {{start}}. Cywirwch un o'r ddau.",
  "problem.kind-assumed": "Nid oes dim yma'n dweud pa fath o raglen yw hon; daw'n rhaglen llinell busnes.",
  "problem.set-by-hand":
    "Gosododd rhywun hwn i “{{other}}” yn Toolroll; mae'r ffeil yn dweud “{{value}}”. Penderfynwch ei gadw neu gymryd un y ffeil.",
  "problem.type-assumed": "Nid oes dim yma'n dweud pa fath o ddyfais yw hon; daw'n “arall”.",
  "problem.label-unmapped":
    "Nid yw'r label “{{value}}” yn un o'ch labeli. Dywedwch yn y rhagolwg pa statws y mae'n ei olygu, neu ychwanegwch ef yn Gosodiadau, Labeli dyfeisiau.",
  "problem.label-retired":
    "Mae'r label “{{value}}” wedi'i ymddeol. Defnyddiwch un arall, neu dewch ag ef yn ôl yn Gosodiadau, Labeli dyfeisiau.",
  "problem.label-status-differs":
    "Mae'r label “{{value}}” yn golygu {{status}}, ond mae'r llinell yn dweud {{other}}. Cywirwch y llinell, neu newidiwch yn Gosodiadau, Labeli dyfeisiau, beth yw ystyr y label.",
  "problem.label-added":
    "Mae'r label “{{value}}” yn newydd; caiff ei ychwanegu at eich labeli ac mae'n golygu {{status}}.",
  "problem.holder-unknown": "Nid oes neb yn y cyfeiriadur o'r enw “{{value}}”; gadewir y deiliad fel y mae.",
  "problem.holder-left": "Mae {{value}} wedi gadael ond rhoddir y ddyfais hon i'r person hwnnw.",
  "problem.team-unmatched": "Nid oes tîm “{{value}}”; gadewir y tîm fel y mae.",
  "problem.header-below": "Mae'r llinellau uwchben enwau'r colofnau yn wag ac fe'u gadewir allan.",
  "problem.header-twice": "Mae dwy golofn o'r enw hwn; ni ddefnyddir y naill na'r llall.",
};
