import { Button } from "@fluentui/react-components";
import { ArrowUploadRegular } from "@fluentui/react-icons/svg/arrow-upload";
import { Suspense, useState } from "react";
import type { ImportKind } from "../../src/domain/import/import";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { LazyImportDialog } from "./lazy-import-dialog";

/** Opens the import for what the page is about; nothing for those who may not import. */
export function ImportButton({ kind }: { readonly kind: ImportKind }) {
  const text = useText();
  const { can } = useMe();
  const [open, setOpen] = useState(false);
  const rememberOpener = useFocusReturn(open);
  if (!can["import.run"]) return null;
  const show = () => {
    rememberOpener();
    setOpen(true);
  };
  return (
    <>
      <Button icon={<ArrowUploadRegular />} onClick={show}>
        {text("inventory.import")}
      </Button>
      <Suspense fallback={null}>
        {open && <LazyImportDialog kind={kind} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
