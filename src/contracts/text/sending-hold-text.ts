import { bilingual } from "./bilingual";

/** After a back-up was restored: nothing is sent until somebody decides. */
export const sendingHoldText = bilingual(
  {
    title: "Nothing is sent until somebody decides",
    text: "A back-up of {{backup}} was restored on {{restored}}. Toolroll cannot know what was sent in between.",
    doubtful_one: "{{count}} message waits that may have been sent already.",
    doubtful_other: "{{count}} messages wait that may have been sent already.",
    none: "No message waits that may have been sent already.",
    ask: "An IT manager decides what becomes of them.",
    leave: "Leave them unsent",
    send: "Send them again",
    goOn: "Let sending go on",
    leaveTitle: "Leave what waits unsent?",
    leaveText:
      "Questions that may have been sent are marked so. People can still answer them in My kit, and you can try one person again. What was asked since the restore goes out.",
    sendTitle: "Send what waits?",
    sendText: "Whoever had the message already gets it twice. This cannot be undone.",
    failed: "The decision was not taken over",
  },
  {
    title: "Ni anfonir dim nes i rywun benderfynu",
    text: "Adferwyd copi wrth gefn o {{backup}} ar {{restored}}. Ni all Toolroll wybod beth a anfonwyd yn y cyfamser.",
    doubtful_zero: "Mae {{count}} neges yn aros a allai fod wedi'u hanfon eisoes.",
    doubtful_one: "Mae {{count}} neges yn aros a allai fod wedi'i hanfon eisoes.",
    doubtful_two: "Mae {{count}} neges yn aros a allai fod wedi'u hanfon eisoes.",
    doubtful_few: "Mae {{count}} neges yn aros a allai fod wedi'u hanfon eisoes.",
    doubtful_many: "Mae {{count}} neges yn aros a allai fod wedi'u hanfon eisoes.",
    doubtful_other: "Mae {{count}} neges yn aros a allai fod wedi'u hanfon eisoes.",
    none: "Nid oes neges yn aros a allai fod wedi'i hanfon eisoes.",
    ask: "Rheolwr TG sy'n penderfynu beth a ddaw ohonynt.",
    leave: "Peidio â'u hanfon",
    send: "Eu hanfon eto",
    goOn: "Gadael i'r anfon fynd ymlaen",
    leaveTitle: "Gadael yr hyn sy'n aros heb ei anfon?",
    leaveText:
      "Caiff cwestiynau a allai fod wedi'u hanfon eu nodi felly. Gall pobl eu hateb o hyd yn Fy offer, a gallwch roi cynnig arall ar un person. Bydd yr hyn a ofynnwyd ers yr adfer yn mynd allan.",
    sendTitle: "Anfon yr hyn sy'n aros?",
    sendText: "Bydd pwy bynnag sydd wedi cael y neges eisoes yn ei chael ddwywaith. Ni ellir dadwneud hyn.",
    failed: "Ni dderbyniwyd y penderfyniad",
  },
);
