import { bilingual } from "./bilingual";
import { licenceEnglish } from "./licence-english-text";
import { licenceWelsh } from "./licence-welsh-text";

/** Licences of Microsoft 365: seats, holders, use, money, and the sync that they come from. */
export const licenceText = bilingual(licenceEnglish, licenceWelsh);
