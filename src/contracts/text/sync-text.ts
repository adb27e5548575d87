import { bilingual } from "./bilingual";
import { syncEnglish } from "./sync-english-text";
import { syncWelsh } from "./sync-welsh-text";

/** What the sync with Microsoft 365 brings beside licences: what permissions unlock, home teams, and devices of Intune. */
export const syncText = bilingual(syncEnglish, syncWelsh);
