import { Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from "@fluentui/react-components";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { ColumnsStep } from "./columns-step";
import { ImportPreview } from "./import-preview";
import { ImportProgress } from "./import-progress";
import type { ImportRun } from "./use-import";

/** What came of the file so far: being checked, refused, judged row by row, or applied. */
export function ImportOutcome({ run }: { readonly run: ImportRun }) {
  const text = useText();
  const { choice, preview, apply, answer, unreadable } = run;
  if (answer?.applied) return <ImportDone run={run} />;
  return (
    <>
      {unreadable && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>
            <MessageBarTitle>{text("import.fileUnreadable")}</MessageBarTitle>{" "}
            {text("import.fileUnreadableText")}
          </MessageBarBody>
        </MessageBar>
      )}
      {preview.isPending && answer === undefined && (
        <Spinner size="small" label={text("import.checking", { name: choice.file?.name ?? "" })} />
      )}
      {apply.isPending && <ImportProgress progressKey={run.progressKey} />}
      {preview.error !== null && (
        <Refused title={text("import.checkFailed")} problem={preview.error} onRetry={() => run.choose({})} />
      )}
      {apply.error !== null && (
        <Refused title={text("import.applyFailed")} problem={apply.error} onRetry={() => run.choose({})} />
      )}
      {choice.file !== null && (answer !== undefined || preview.error !== null) && (
        <ColumnsStep key={columnsKey(choice)} run={run} />
      )}
      {answer !== undefined && <ImportPreview answer={answer} run={run} />}
    </>
  );
}

/** Another file, kind or source has other columns to speak of. */
function columnsKey({ kind, source, file }: ImportRun["choice"]): string {
  return [kind, source, file?.name, file?.size].join(" ");
}

interface RefusedProps {
  readonly title: string;
  readonly problem: unknown;
  readonly onRetry: () => void;
}

function Refused({ title, problem, onRetry }: RefusedProps) {
  const text = useText();
  return (
    <div>
      <ProblemMessage title={title} problem={problem} />
      <Button appearance="transparent" onClick={onRetry}>
        {text("import.checkAgain")}
      </Button>
    </div>
  );
}

function ImportDone({ run }: { readonly run: ImportRun }) {
  const text = useText();
  const format = useFormat();
  const rows = run.apply.data?.rows;
  if (rows === undefined) return null;
  const { create, update, unchanged } = rows;
  const numbers = {
    create: format.number(create),
    update: format.number(update),
    unchanged: format.number(unchanged),
  };
  return (
    <div role="status">
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text("import.doneTitle")}</MessageBarTitle> {text("import.doneText", numbers)}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
