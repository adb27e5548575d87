import { lazy } from "react";
import { addWords } from "../language/i18n";

/** The dialog with its words, fetched when it is first asked for. */
export const LazyImportDialog = lazy(async () => {
  const [{ ImportDialog }, { importText }] = await Promise.all([
    import("./import-dialog"),
    import("../../src/contracts/text/import-text"),
  ]);
  addWords({ import: importText });
  return { default: ImportDialog };
});
