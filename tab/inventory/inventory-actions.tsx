import { Button } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { ArrowUploadRegular } from "@fluentui/react-icons/svg/arrow-upload";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";

export type InventoryDialog = "add" | "import";

/** What the caller may start from this page; nothing for those who only read. */
export function InventoryActions({ onChoose }: { readonly onChoose: (dialog: InventoryDialog) => void }) {
  const text = useText();
  const { can } = useMe();
  return (
    <>
      {can["import.run"] && (
        <Button icon={<ArrowUploadRegular />} onClick={() => onChoose("import")}>
          {text("inventory.import")}
        </Button>
      )}
      {can["device.change"] && (
        <Button appearance="primary" icon={<AddRegular />} onClick={() => onChoose("add")}>
          {text("inventory.add")}
        </Button>
      )}
    </>
  );
}
