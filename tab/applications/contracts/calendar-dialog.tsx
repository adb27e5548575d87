import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { ContractCalendarAnswer } from "../../../src/contracts/contract-calendar-contract";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { ErrorState } from "../../shell/error-state";
import { LoadingState } from "../../shell/loading-state";
import { ProblemMessage } from "../../shell/problem-message";
import { CalendarAddress } from "./calendar-address";
import { useCalendar, useCreateCalendar, useRevokeCalendar } from "./use-calendar";

const useStyles = makeStyles({
  surface: { maxWidth: "min(560px, 100vw)" },
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

/** A person's own address of the calendar: made, shown once, renewed, ended. */
export function CalendarDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const styles = useStyles();
  const query = useCalendar();
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        {query.isSuccess ? (
          <Body calendar={query.data} onClose={onClose} />
        ) : (
          <DialogBody>
            <DialogTitle>{text("contractCalendar.title")}</DialogTitle>
            <DialogContent>
              {query.isPending && <LoadingState rows={2} />}
              {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text("contractCalendar.close")}</Button>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  );
}

type Asking = "renew" | "revoke" | null;

interface BodyProps {
  readonly calendar: ContractCalendarAnswer | null;
  readonly onClose: () => void;
}

function Body({ calendar, onClose }: BodyProps) {
  const text = useText();
  const styles = useStyles();
  const [asking, setAsking] = useState<Asking>(null);
  const create = useCreateCalendar();
  const revoke = useRevokeCalendar();
  const failed = create.error ?? revoke.error;
  const pending = create.isPending || revoke.isPending;
  const forget = () => {
    create.reset();
    revoke.reset();
    setAsking(null);
  };
  const go = () => {
    const what = asking;
    forget();
    if (what === "revoke") revoke.mutate();
    else create.mutate();
  };
  const title = asking ? (`${asking}Title` as const) : create.data ? "madeTitle" : "title";
  return (
    <DialogBody>
      <DialogTitle>{text(`contractCalendar.${title}`)}</DialogTitle>
      <DialogContent className={styles.content}>
        {failed !== null && <ProblemMessage title={text("contractCalendar.failed")} problem={failed} />}
        {asking && text(`contractCalendar.${asking}Text`)}
        {!asking && create.data && <CalendarAddress address={create.data.address} />}
        {!asking && !create.data && <Standing calendar={calendar} ended={revoke.isSuccess} />}
      </DialogContent>
      <DialogActions fluid>
        {asking && <Button onClick={forget}>{text("common.cancel")}</Button>}
        {asking && (
          <Button appearance="primary" onClick={go}>
            {text(`contractCalendar.${asking}`)}
          </Button>
        )}
        {!asking && <Button onClick={onClose}>{text("contractCalendar.close")}</Button>}
        {!asking && calendar && (
          <Button disabledFocusable={pending} onClick={() => setAsking("revoke")}>
            {text("contractCalendar.revoke")}
          </Button>
        )}
        {!asking && !create.data && (
          <Button
            appearance="primary"
            disabledFocusable={pending}
            onClick={() => (calendar ? setAsking("renew") : go())}
          >
            {text(calendar ? "contractCalendar.renew" : "contractCalendar.create")}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}

function Standing({
  calendar,
  ended,
}: {
  readonly calendar: BodyProps["calendar"];
  readonly ended: boolean;
}) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <span>{text("contractCalendar.intro")}</span>
      <strong role="status">
        {calendar
          ? text("contractCalendar.since", { day: format.date(calendar.createdAt) })
          : text(ended ? "contractCalendar.revoked" : "contractCalendar.none")}
      </strong>
    </>
  );
}
