import { bilingual } from "./bilingual";

/** Sessions that are for the reader, on My kit. */
export const myTrainingText = bilingual(
  {
    title: "Training for you",
    failed: "Your training could not be loaded",
    asked: "You asked for it.",
    rollout: "It goes with something new that you get.",
    there: "You were there.",
    missed: "You were missed.",
    about: "About the course",
  },
  {
    title: "Hyfforddiant i chi",
    failed: "Nid oedd modd llwytho eich hyfforddiant",
    asked: "Gofynnoch amdano.",
    rollout: "Mae’n mynd gyda rhywbeth newydd a gewch.",
    there: "Roeddech chi yno.",
    missed: "Nid oeddech chi yno.",
    about: "Am y cwrs",
  },
);
