import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { StockTakeItemAnswer } from "../../src/contracts/stock-take-contract";
import type { Column } from "../applications/data-table";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useText } from "../language/use-text";
import { focusHeading } from "../shell/page-header";
import { ProblemMessage } from "../shell/problem-message";
import { QuestionDialog } from "./question-dialog";
import { useMark, useRemove } from "./use-stock-takes";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

interface ItemActions {
  readonly column: Column<StockTakeItemAnswer>;
  /** What has to stand on the page while something is asked or went wrong. */
  readonly dialog: ReactNode;
}

/** Marks of each row: found at once, missing with a note, and taking back. */
export function useItemActions(stockTakeId: string): ItemActions {
  const text = useText();
  const styles = useStyles();
  const mark = useMark(stockTakeId);
  const remove = useRemove(stockTakeId);
  const [missing, setMissing] = useState<StockTakeItemAnswer | null>(null);
  const rememberOpener = useFocusReturn(missing !== null, focusHeading);
  const act = (words: string, label: string, run: () => void) => (
    <Button
      size="small"
      aria-label={label}
      disabledFocusable={mark.isPending || remove.isPending}
      onClick={run}
    >
      {words}
    </Button>
  );
  const buttons = (item: StockTakeItemAnswer) => {
    const tag = { tag: item.assetTag };
    if (item.state === "unexpected") {
      return act(text("stockTake.removeShort"), text("stockTake.remove", tag), () => remove.mutate(item));
    }
    const found = act(text("stockTake.found"), text("stockTake.markFound", tag), () =>
      mark.mutate({ item, state: "found" }),
    );
    const gone = act(text("stockTake.missing"), text("stockTake.markMissing", tag), () => {
      rememberOpener();
      mark.reset();
      setMissing(item);
    });
    const back = act(text("stockTake.back"), text("stockTake.markBack", tag), () =>
      mark.mutate({ item, state: "pending" }),
    );
    return (
      <>
        {item.state !== "found" && found}
        {item.state !== "missing" && gone}
        {item.state !== "pending" && back}
      </>
    );
  };
  const problem = missing === null ? (mark.error ?? remove.error) : null;
  return {
    column: {
      key: "actions",
      heading: text("stockTake.column.actions"),
      cell: (item) => <div className={styles.buttons}>{buttons(item)}</div>,
    },
    dialog: (
      <>
        {problem !== null && <ProblemMessage title={text("stockTake.markFailed")} problem={problem} />}
        {missing !== null && (
          <MissingDialog
            item={missing}
            problem={mark.error}
            busy={mark.isPending}
            onConfirm={(note) =>
              mark.mutate({ item: missing, state: "missing", note }, { onSuccess: () => setMissing(null) })
            }
            onClose={() => setMissing(null)}
          />
        )}
      </>
    ),
  };
}

interface MissingProps {
  readonly item: StockTakeItemAnswer;
  readonly problem: unknown;
  readonly busy: boolean;
  readonly onConfirm: (note: string) => void;
  readonly onClose: () => void;
}

function MissingDialog({ item, problem, busy, onConfirm, onClose }: MissingProps) {
  const text = useText();
  const [note, setNote] = useState(item.note ?? "");
  return (
    <QuestionDialog
      title={text("stockTake.noteTitle", { tag: item.assetTag })}
      action={text("stockTake.missing")}
      failed={text("stockTake.markFailed")}
      problem={problem}
      busy={busy}
      onConfirm={() => onConfirm(note)}
      onClose={onClose}
    >
      <Field label={text("stockTake.note")} hint={text("stockTake.noteHint")}>
        <Textarea value={note} maxLength={500} onChange={(_, { value }) => setNote(value)} />
      </Field>
    </QuestionDialog>
  );
}
