import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../../language/use-text";
import { ProblemMessage } from "../../shell/problem-message";
import { type BulkDraft, changeOf, emptyDraft } from "./bulk-draft";
import { BulkFields } from "./bulk-fields";
import { BulkVerdicts } from "./bulk-verdicts";
import { useBulkApply, useBulkPreview } from "./use-bulk";

const useStyles = makeStyles({
  surface: { maxWidth: "720px" },
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
});

interface BulkDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** What is to change, then what would happen to each device, then all of it or none. */
export function BulkDialog({ ids, onClose, onDone }: BulkDialogProps) {
  const text = useText();
  const styles = useStyles();
  const [draft, setDraft] = useState<BulkDraft>(emptyDraft);
  const [leaveOut, setLeaveOut] = useState(false);
  const [tried, setTried] = useState(false);
  const preview = useBulkPreview();
  const apply = useBulkApply();
  const change = changeOf(draft);
  const seen = preview.data ?? null;
  const look = () => {
    setTried(true);
    setLeaveOut(false);
    if (change !== null && !preview.isPending) preview.mutate({ ids, change });
  };
  const save = () => {
    if (seen === null || change === null || apply.isPending) return;
    const taken = seen.items.filter(({ verdict }) => verdict === "change").map(({ id }) => id);
    const reason = draft.reason.trim();
    const body = { ids: taken, change: { ...change, ...(reason === "" ? {} : { reason }) } };
    apply.mutate(body, {
      onSuccess: ({ changed }) => {
        onClose();
        onDone(text("bulk.done", { count: changed }));
      },
    });
  };
  const back = () => {
    preview.reset();
    apply.reset();
  };
  const busy = preview.isPending || apply.isPending;
  const ready = seen !== null && seen.counts.change > 0 && (seen.counts.refused === 0 || leaveOut);
  const problem = preview.error ?? apply.error;
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && !busy && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{text("bulk.title", { count: ids.length })}</DialogTitle>
          <DialogContent className={styles.content}>
            {problem !== null && <ProblemMessage title={text("bulk.failed")} problem={problem} />}
            {seen === null ? (
              <>
                <Text>{text("bulk.text")}</Text>
                <BulkFields draft={draft} onChange={setDraft} />
                {tried && change === null && <Text role="alert">{text("bulk.nothing")}</Text>}
              </>
            ) : (
              <BulkVerdicts preview={seen} leaveOut={leaveOut} onLeaveOut={setLeaveOut} />
            )}
            {busy && (
              <div role="status">
                <Text>{text(apply.isPending ? "bulk.applying" : "bulk.previewing")}</Text>
                <ProgressBar />
              </div>
            )}
          </DialogContent>
          <DialogActions>
            {seen === null ? (
              <Button onClick={onClose}>{text("common.cancel")}</Button>
            ) : (
              <Button disabledFocusable={apply.isPending} onClick={back}>
                {text("bulk.back")}
              </Button>
            )}
            {seen === null ? (
              <Button appearance="primary" disabledFocusable={preview.isPending} onClick={look}>
                {text("bulk.preview")}
              </Button>
            ) : (
              <Button appearance="primary" disabledFocusable={!ready || apply.isPending} onClick={save}>
                {text("bulk.apply", { count: seen.counts.change })}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
