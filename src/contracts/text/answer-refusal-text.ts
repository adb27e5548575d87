/** What is wrong with an answer to a question; part of `refusal-text.ts`. */
export const answerRefusals = {
  en: {
    "delivery-not-yours": "This question was for somebody else. Nothing has been changed.",
    "answer-unknown":
      "This does not go with what was asked, which may have changed since. Open the question again and choose one of its answers. Nothing was changed.",
    "answer-empty": "Choose an answer for at least one statement.",
    "kit-device-unknown":
      "One of the devices is no longer listed as yours. Open My kit for the current list.",
    "kit-answer-empty": "Choose an answer for at least one device.",
    "kit-note-unused":
      "A note goes with a device that is broken or missing, and none is. Say which device it is about, or leave the note out.",
    "assignment-ended":
      "This device is no longer in your name, so there is nothing left to answer. Thank you.",
    "assignment-answered": "You have answered for this device already. If that was a mistake, tell IT.",
  },
  cy: {
    "delivery-not-yours": "I rywun arall oedd y cwestiwn hwn. Nid oes dim wedi'i newid.",
    "answer-unknown":
      "Nid yw hyn yn cyd-fynd â'r hyn a ofynnwyd, a allai fod wedi newid ers hynny. Agorwch y cwestiwn eto a dewiswch un o'i atebion. Nid oes dim wedi'i newid.",
    "answer-empty": "Dewiswch ateb ar gyfer o leiaf un gosodiad.",
    "kit-device-unknown":
      "Nid yw un o'r dyfeisiau wedi'i rhestru fel eich un chi mwyach. Agorwch Fy offer i weld y rhestr gyfredol.",
    "kit-answer-empty": "Dewiswch ateb ar gyfer o leiaf un ddyfais.",
    "kit-note-unused":
      "Mae nodyn yn mynd gyda dyfais sydd wedi torri neu ar goll, ac nid oes un. Dywedwch am ba ddyfais y mae'n sôn, neu gadewch y nodyn allan.",
    "assignment-ended":
      "Nid yw'r ddyfais hon yn eich enw chi bellach, felly nid oes dim ar ôl i'w ateb. Diolch.",
    "assignment-answered":
      "Rydych eisoes wedi ateb am y ddyfais hon. Os camgymeriad oedd hynny, rhowch wybod i TG.",
  },
} as const;
