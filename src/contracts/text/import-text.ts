import { bilingual } from "./bilingual";

export const importText = bilingual({}, {});
