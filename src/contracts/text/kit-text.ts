import { bilingual } from "./bilingual";

/** The kit check-in and My kit: the same words in the card and in the tab. */
export const kitText = bilingual(
  {
    "answer.have": "I have it",
    "answer.broken": "It is broken",
    "answer.missing": "I don't have it",
    unlisted: "I use something that is not listed",
    unlistedHint: "What is it? For example: a second monitor, tag MON-0042",
    seenByIt: "IT sees your answer.",
  },
  {
    "answer.have": "Mae gen i",
    "answer.broken": "Mae wedi torri",
    "answer.missing": "Does gen i ddim",
    unlisted: "Rwy'n defnyddio rhywbeth sydd heb ei restru",
    unlistedHint: "Beth yw e? Er enghraifft: ail fonitor, tag MON-0042",
    seenByIt: "Mae TG yn gweld eich ateb.",
  },
);
