import { useText } from "../language/use-text";
import { PageHeader } from "../shell/page-header";

export function ConfigurePage() {
  const text = useText();
  return <PageHeader title={text("shell.configure.title")} />;
}
