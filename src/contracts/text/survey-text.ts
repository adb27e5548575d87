import { bilingual } from "./bilingual";

/** Surveys of confidence: asking, answering and what is released. */
export const surveyText = bilingual(
  {
    everyone: "Everybody asked",
  },
  {
    everyone: "Pawb a holwyd",
  },
);
