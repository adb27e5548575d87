import { useText } from "../language/use-text";
import { PageHeader } from "../shell/page-header";

export function MyKitPage() {
  const text = useText();
  return <PageHeader title={text("shell.nav.myKit")} />;
}
