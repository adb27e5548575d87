import { useText } from "../language/use-text";
import { PageHeader } from "../shell/page-header";

export function CheckInsPage() {
  const text = useText();
  return <PageHeader title={text("shell.nav.checkIns")} />;
}
