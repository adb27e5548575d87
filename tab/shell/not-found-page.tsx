import { Button } from "@fluentui/react-components";
import { useNavigate } from "react-router";
import { useText } from "../language/use-text";
import { EmptyState } from "./empty-state";
import { PageHeader } from "./page-header";

export function NotFoundPage() {
  const text = useText();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={text("shell.missing.title")} />
      <EmptyState
        title={text("shell.missing.text")}
        action={
          <Button appearance="primary" onClick={() => void navigate("/my-kit")}>
            {text("shell.missing.action")}
          </Button>
        }
      />
    </>
  );
}
