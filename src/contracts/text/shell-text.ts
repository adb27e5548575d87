import { bilingual } from "./bilingual";

export const shellText = bilingual({}, {});
