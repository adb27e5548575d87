import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { RenewalAnswer } from "../../src/contracts/licence-money-contract";
import type { Format } from "../language/formatting";
import { useFormat } from "../language/use-format";
import { type Text, useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ProblemMessage } from "../shell/problem-message";
import { useDecideRenewal } from "./use-licence-money";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", alignItems: "flex-start", minWidth: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  problem: { fontSize: tokens.fontSizeBase200, color: tokens.colorStatusDangerForeground1 },
  button: { marginTop: tokens.spacingVerticalXS },
});

/** Who is reminded of a renewal, what became of the reminder, and that it is decided. */
export function RenewalCare({ renewal }: { readonly renewal: RenewalAnswer }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { can } = useMe();
  const decide = useDecideRenewal();
  const { source, id, actBy, settled, owner, window, name } = renewal;
  const isDecided = settled === "decided";
  const mayDecide = can["licence.change"] === true && (isDecided || (settled === null && window !== null));
  const words = careWords(renewal, text, format);
  const isMissing = settled === null && window !== null && owner?.active !== true;
  return (
    <span className={styles.stack}>
      {owner?.active === true && (
        <span className={styles.quiet}>{`${text("note.page.owner")}: ${owner.name}`}</span>
      )}
      {words.map((line) => (
        <span key={line} className={isMissing ? styles.problem : styles.quiet}>
          {line}
        </span>
      ))}
      {decide.error !== null && <ProblemMessage title={text("note.page.failed")} problem={decide.error} />}
      {mayDecide && (
        <Button
          className={styles.button}
          size="small"
          disabledFocusable={decide.isPending}
          aria-label={text(isDecided ? "note.page.reopenAbout" : "note.page.decideAbout", { name })}
          onClick={() => decide.mutate({ source, id, actBy, decided: !isDecided })}
        >
          {text(isDecided ? "note.page.reopen" : "note.page.decide")}
        </Button>
      )}
    </span>
  );
}

/** Sent is not read, and nothing here says so. */
export function careWords(
  { settled, owner, window, lastReminder, nextReminder }: RenewalAnswer,
  text: Text,
  format: Format,
): string[] {
  const told = lastReminder === null ? [] : [reminderWords(lastReminder, text, format)];
  if (settled !== null) return [...told, text(`note.page.settled.${settled}`)];
  if (window === null) return told;
  if (owner === null) return [...told, text("note.page.nobody")];
  if (!owner.active) return [...told, text("note.page.left", { name: owner.name })];
  if (nextReminder !== null) return [...told, text("note.page.next", { day: format.date(nextReminder) })];
  return told.length > 0 ? told : [text("note.page.last")];
}

function reminderWords(
  { state, reason, sentAt, decidedAt }: NonNullable<RenewalAnswer["lastReminder"]>,
  text: Text,
  format: Format,
): string {
  switch (state) {
    case "sent":
    case "answered":
      return text("note.page.sent", { day: format.date((sentAt ?? decidedAt).slice(0, 10)) });
    case "queued":
    case "sending":
      return text("note.page.waits");
    case "uncertain":
      return text("note.page.uncertain", { day: format.date(decidedAt.slice(0, 10)) });
    case "blocked":
    case "skipped":
    case "expired":
      return reason === null
        ? text("note.page.expired")
        : text("note.page.notSent", { reason: text(`delivery.reason.${reason}`) });
  }
}
