import { bilingual } from "./bilingual";

/** How a check-in is being sent, how sending is stopped for good, and what its card looks like. */
export const sendingText = bilingual(
  {
    "state.sending": "Being sent: {{rate}} a second, {{due}} to go.",
    "state.waiting": "Nothing can go now; {{later}} wait for a later moment, such as working hours.",
    "state.paused": "Sending is paused; {{due}} could go now.",
    "state.stopped": "Nothing more is sent.",
    "state.done": "Nothing is waiting to be sent.",
    later: "{{later}} more wait for a later moment, such as working hours.",
    endsAt: "The last message is expected to go on {{date}}.",
    stop: "Stop sending",
    stopTitle: "Stop sending for good?",
    stopText:
      "Whoever has not been asked yet is left out. Whoever was asked can still answer until the check-in closes. This cannot be undone.",
    cancelled: "Sending was stopped",
    "preview.show": "See the card",
    "preview.hide": "Hide the card",
    "preview.label": "The card as people get it, with an example device",
    "preview.language": "Language of the card",
    "preview.en": "English",
    "preview.cy": "Cymraeg",
  },
  {
    "state.sending": "Wrthi'n cael ei anfon: {{rate}} yr eiliad, {{due}} i fynd.",
    "state.waiting": "Ni all dim fynd nawr; mae {{later}} yn aros am adeg ddiweddarach, fel oriau gwaith.",
    "state.paused": "Mae'r anfon wedi'i oedi; gallai {{due}} fynd nawr.",
    "state.stopped": "Nid anfonir dim rhagor.",
    "state.done": "Nid oes dim yn aros i'w anfon.",
    later: "Mae {{later}} arall yn aros am adeg ddiweddarach, fel oriau gwaith.",
    endsAt: "Disgwylir i'r neges olaf fynd ar {{date}}.",
    stop: "Stopio anfon",
    stopTitle: "Stopio anfon am byth?",
    stopText:
      "Mae pwy bynnag sydd heb ei holi eto yn cael ei hepgor. Gall pwy bynnag a holwyd ateb o hyd nes i'r holiad gau. Ni ellir dadwneud hyn.",
    cancelled: "Stopiwyd yr anfon",
    "preview.show": "Gweld y cerdyn",
    "preview.hide": "Cuddio'r cerdyn",
    "preview.label": "Y cerdyn fel y mae pobl yn ei gael, gyda dyfais enghreifftiol",
    "preview.language": "Iaith y cerdyn",
    "preview.en": "English",
    "preview.cy": "Cymraeg",
  },
);
