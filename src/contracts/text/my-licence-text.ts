import { bilingual } from "./bilingual";

/** The licences that a person holds at Microsoft 365, on My kit. */
export const myLicenceText = bilingual(
  {
    title: "Your Microsoft 365 licences",
    failed: "Your licences could not be loaded",
    read: "As Toolroll last read them from Microsoft 365, {{date}}.",
    told: "As Microsoft 365 told you, {{date}}. Toolroll keeps nothing of it.",
    unread: "Toolroll has not read from Microsoft 365 who holds which licence.",
    own: "You can ask Microsoft 365 yourself, in your own name. Only you see the answer, and Toolroll keeps nothing of it.",
    notHere: "You cannot ask it yourself here either: that takes signing in through Teams.",
    none: "No licence is in your name.",
    list: "Licences in your name",
    ask: "Ask Microsoft 365 now",
    asking: "Asking Microsoft 365",
    askFailed: "Microsoft 365 could not be asked",
    "consent.title": "Microsoft 365 wants your agreement once",
    "consent.text":
      "It tells Toolroll which licences you hold once you have agreed that Toolroll may read your own profile. Toolroll does so only when you ask for it here, and gets no access to your mail, chats or files.",
    "signIn.title": "Microsoft 365 wants you to sign in again",
    "signIn.text":
      "Your organisation asks for one more proof that it is you, for example a code on your phone.",
    "signIn.action": "Sign in again",
    "signIn.failed": "That did not work. Try again, or close Teams and open it again.",
  },
  {
    title: "Eich trwyddedau Microsoft 365",
    failed: "Nid oedd modd llwytho eich trwyddedau",
    read: "Fel y darllenodd Toolroll nhw ddiwethaf o Microsoft 365, {{date}}.",
    told: "Fel y dywedodd Microsoft 365 wrthych, {{date}}. Nid yw Toolroll yn cadw dim ohono.",
    unread: "Nid yw Toolroll wedi darllen o Microsoft 365 pwy sydd â pha drwydded.",
    own: "Gallwch ofyn i Microsoft 365 eich hun, yn eich enw eich hun. Dim ond chi sy'n gweld yr ateb, ac nid yw Toolroll yn cadw dim ohono.",
    notHere: "Ni allwch ofyn eich hun yma chwaith: rhaid mewngofnodi drwy Teams i wneud hynny.",
    none: "Nid oes trwydded yn eich enw chi.",
    list: "Trwyddedau yn eich enw chi",
    ask: "Gofyn i Microsoft 365 nawr",
    asking: "Wrthi'n gofyn i Microsoft 365",
    askFailed: "Nid oedd modd gofyn i Microsoft 365",
    "consent.title": "Mae Microsoft 365 am gael eich cytundeb unwaith",
    "consent.text":
      "Bydd yn dweud wrth Toolroll pa drwyddedau sydd gennych ar ôl i chi gytuno y caiff Toolroll ddarllen eich proffil eich hun. Dim ond pan ofynnwch yma y mae Toolroll yn gwneud hynny, ac nid yw'n cael mynediad at eich e-bost, eich sgyrsiau na'ch ffeiliau.",
    "signIn.title": "Mae Microsoft 365 am i chi fewngofnodi eto",
    "signIn.text":
      "Mae eich sefydliad yn gofyn am un prawf arall mai chi sydd yno, er enghraifft cod ar eich ffôn.",
    "signIn.action": "Mewngofnodi eto",
    "signIn.failed": "Ni weithiodd hynny. Ceisiwch eto, neu caewch Teams a'i agor eto.",
  },
);
