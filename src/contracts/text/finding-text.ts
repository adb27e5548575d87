import { bilingual } from "./bilingual";
import { findingEnglish } from "./finding-english-text";
import { findingWelsh } from "./finding-welsh-text";

/** What there is to do next, and deciding about it. */
export const findingText = bilingual(findingEnglish, findingWelsh);
