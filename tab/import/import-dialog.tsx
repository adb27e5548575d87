import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useId } from "react";
import type { ImportKind } from "../../src/domain/import/import";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { narrow } from "../shell/theme";
import { ImportForm } from "./import-form";
import { ImportOutcome } from "./import-outcome";
import { ImportRuns } from "./import-runs";
import { type Block, blockOf } from "./import-verdict";
import { type ImportRun, useImport } from "./use-import";

const useStyles = makeStyles({
  surface: { maxWidth: "min(860px, 100vw)" },
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  why: { color: tokens.colorNeutralForeground2, flexGrow: 1, minWidth: 0, [narrow]: { flexBasis: "100%" } },
  // Fluent stacks the buttons on a phone, which would leave little room for the file's own news.
  actions: {
    alignItems: "center",
    [narrow]: { flexDirection: "row", flexWrap: "wrap", justifyContent: "flex-end" },
  },
});

interface Props {
  /** What the page it is opened from is about; another can be chosen. */
  readonly kind: ImportKind;
  readonly onClose: () => void;
}

/** From a file to the register: choose, look at what would happen, apply. */
export function ImportDialog({ kind, onClose }: Props) {
  const text = useText();
  const styles = useStyles();
  const run = useImport(kind);
  const done = run.apply.data?.applied === true;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{text("import.title")}</DialogTitle>
          <DialogContent className={styles.content}>
            {!done && <ImportForm run={run} />}
            <ImportOutcome run={run} />
            {run.choice.file === null && <ImportRuns />}
          </DialogContent>
          {done ? (
            <DialogActions>
              <Button onClick={run.startAgain}>{text("import.another")}</Button>
              <Button appearance="primary" onClick={onClose}>
                {text("common.close")}
              </Button>
            </DialogActions>
          ) : (
            <ApplyActions run={run} onClose={onClose} />
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function ApplyActions({ run, onClose }: { readonly run: ImportRun; readonly onClose: () => void }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const why = useId();
  const { choice, preview, apply } = run;
  const answer = apply.data ?? preview.data;
  const block = blockOf({ file: choice.file !== null, checking: preview.isPending, preview: answer });
  const count = answer === undefined ? 0 : answer.rows.create + answer.rows.update;
  const submit = () => {
    if (block === null && !apply.isPending) apply.mutate(choice);
  };
  const word =
    block === null
      ? text("import.apply", { count, total: format.number(count) })
      : text("import.applyNothing");
  return (
    <DialogActions fluid className={styles.actions}>
      <Text id={why} size={200} className={styles.why} role="status">
        {block !== null && blockWords(block, text, format.number)}
      </Text>
      <Button onClick={onClose}>{text("common.cancel")}</Button>
      <Button
        appearance="primary"
        disabledFocusable={block !== null || apply.isPending}
        aria-describedby={why}
        onClick={submit}
      >
        {apply.isPending ? text("import.applying") : word}
      </Button>
    </DialogActions>
  );
}

function blockWords(
  block: Block,
  text: ReturnType<typeof useText>,
  number: (value: number) => string,
): string {
  if (!("count" in block)) return text(`import.blocked.${block.why}`);
  return text(`import.blocked.${block.why}`, { count: block.count, total: number(block.count) });
}
