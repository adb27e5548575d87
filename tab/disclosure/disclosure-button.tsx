import { Button } from "@fluentui/react-components";
import { DocumentTextRegular } from "@fluentui/react-icons/svg/document-text";
import { lazy, Suspense, useState } from "react";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import type { DisclosureQuery } from "./use-disclosure";

const DisclosureDialog = lazy(async () => ({
  default: (await import("./disclosure-dialog")).DisclosureDialog,
}));

/** Opens the answer to a freedom-of-information request; nothing for those who may not give one. */
export function DisclosureButton({ query }: { readonly query: DisclosureQuery }) {
  const text = useText();
  const { can } = useMe();
  const [open, setOpen] = useState(false);
  const rememberOpener = useFocusReturn(open);
  if (!can["disclosure.make"]) return null;
  const show = () => {
    rememberOpener();
    setOpen(true);
  };
  return (
    <>
      <Button icon={<DocumentTextRegular />} onClick={show}>
        {text("disclosure.open")}
      </Button>
      <Suspense fallback={null}>
        {open && <DisclosureDialog query={query} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
