import { bilingual } from "./bilingual";

/** What the bot says of its own messages: reminders, putting off, stopping one kind of question. */
export const contactText = bilingual(
  {
    reminder: "A reminder: we have no answer from you yet.",
    reminderSummary: "Reminder: IT asks about your devices",
    "snooze.tomorrow": "Ask me tomorrow",
    "snooze.next-week": "Ask me next week",
    snoozed: "Fine. I will ask you again on {{when}}.",
    snoozedOpen: "Answer now after all",
    snoozedNothing: "There is no open question to put off.",
    stoppedPurpose:
      "Done. I will not write to you about this: {{purpose}}. Type start {{word}} to change that.",
    startedPurpose: "Done. I will write to you about this again: {{purpose}}.",
    "purpose.kit": "which devices you have",
    "purpose.stock-take": "stock-takes",
    "purpose.licence-review": "licences that you do not use",
    "purposeWord.kit": "kit",
    "purposeWord.stock-take": "stock-take",
    "purposeWord.licence-review": "licences",
    wordStopPurpose: "stop kit",
    wordStopPurposeMeans: "stops the questions about your kit only",
    wordTomorrow: "tomorrow",
    wordTomorrowMeans: "puts off what I ask you; next week works too",
  },
  {
    reminder: "Nodyn atgoffa: nid oes gennym ateb gennych eto.",
    reminderSummary: "Nodyn atgoffa: mae TG yn holi am eich dyfeisiau",
    "snooze.tomorrow": "Gofynnwch yfory",
    "snooze.next-week": "Gofynnwch wythnos nesaf",
    snoozed: "Iawn. Byddaf yn gofyn i chi eto ar {{when}}.",
    snoozedOpen: "Ateb nawr wedi'r cyfan",
    snoozedNothing: "Nid oes cwestiwn agored i'w ohirio.",
    stoppedPurpose:
      "Iawn. Ni fyddaf yn ysgrifennu atoch am hyn: {{purpose}}. Teipiwch dechrau {{word}} i newid hynny.",
    startedPurpose: "Iawn. Byddaf yn ysgrifennu atoch am hyn eto: {{purpose}}.",
    "purpose.kit": "pa ddyfeisiau sydd gennych",
    "purpose.stock-take": "cyfrifon stoc",
    "purpose.licence-review": "trwyddedau nad ydych yn eu defnyddio",
    "purposeWord.kit": "offer",
    "purposeWord.stock-take": "cyfrif stoc",
    "purposeWord.licence-review": "trwyddedau",
    wordStopPurpose: "stopio offer",
    wordStopPurposeMeans: "yn atal y cwestiynau am eich offer yn unig",
    wordTomorrow: "yfory",
    wordTomorrowMeans: "yn gohirio'r hyn a ofynnaf; mae wythnos nesaf yn gweithio hefyd",
  },
);
