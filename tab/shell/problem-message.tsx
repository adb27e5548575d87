import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { problemText, requestIdOf } from "./problem-text";

/** A failed action beside what was being done, so that nothing entered is lost. */
export function ProblemMessage({ problem, title }: { readonly problem: unknown; readonly title: string }) {
  const text = useText();
  const requestId = requestIdOf(problem);
  return (
    <div role="alert">
      <MessageBar intent="error" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle> {problemText(problem, text)}
          {requestId !== null && ` ${text("common.requestId", { id: requestId })}`}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
