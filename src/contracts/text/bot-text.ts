import { bilingual } from "./bilingual";

export const botText = bilingual({}, {});
