import { bilingual } from "./bilingual";

/** What somebody in a wave is asked: the same words on the card and on My kit. */
export const rolloutStepText = bilingual(
  {
    title: "How far are you with this?",
    question: "Do you have it, and does it work?",
    "choice.works": "I have it and it works",
    "choice.not-working": "I have it, but it does not work",
    "choice.not-yet": "I don't have it yet",
    stops: "What stops you, if anything does?",
    stopsHint: "For example: I could not come to the training",
    required: "Choose one of the answers.",
    byTyping: 'You can also type 1, 2 or 3, or "it works", "it does not work" or "not yet".',
    summary: "IT asks how far you are",
    thanks: "Thank you, IT knows where you are.",
    unclear: "I am not sure whether it works, so nothing has been saved. Choose one of the answers.",
  },
  {
    title: "Pa mor bell ydych chi gyda hyn?",
    question: "Ydy e gennych, ac ydy e'n gweithio?",
    "choice.works": "Mae gen i ac mae'n gweithio",
    "choice.not-working": "Mae gen i, ond nid yw'n gweithio",
    "choice.not-yet": "Does gen i ddim eto",
    stops: "Beth sy'n eich atal, os oes rhywbeth?",
    stopsHint: "Er enghraifft: ni allwn ddod i'r hyfforddiant",
    required: "Dewiswch un o'r atebion.",
    byTyping: 'Gallwch hefyd deipio 1, 2 neu 3, neu "mae\'n gweithio", "nid yw\'n gweithio" neu "ddim eto".',
    summary: "Mae TG yn gofyn pa mor bell ydych chi",
    thanks: "Diolch, mae TG yn gwybod ble rydych chi.",
    unclear: "Dydw i ddim yn siŵr a yw'n gweithio, felly nid oes dim wedi'i gadw. Dewiswch un o'r atebion.",
  },
);
