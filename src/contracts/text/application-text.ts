import { applicationEnglish } from "./application-english-text";
import { applicationWelsh } from "./application-welsh-text";
import { bilingual } from "./bilingual";

/** The pages of applications: list, details, portfolio, contracts and integrations. */
export const applicationText = bilingual(applicationEnglish, applicationWelsh);
