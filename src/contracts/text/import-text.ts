import { bilingual } from "./bilingual";
import { importProblemEnglish, importProblemWelsh } from "./import-problem-text";

export const importText = bilingual({ ...importProblemEnglish }, { ...importProblemWelsh });
