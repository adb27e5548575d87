import { bilingual } from "./bilingual";

export const checkInText = bilingual({}, {});
