import { useText } from "../language/use-text";
import { PageHeader } from "../shell/page-header";

export function InventoryPage() {
  const text = useText();
  return <PageHeader title={text("shell.nav.inventory")} />;
}
