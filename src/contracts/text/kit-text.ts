import { bilingual } from "./bilingual";

export const kitText = bilingual({}, {});
