import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { RenewalAnswer } from "../../src/contracts/licence-money-contract";
import { isNear } from "../../src/domain/licence/renewal";
import { localDay } from "../inventory/device-facts";
import type { Format } from "../language/formatting";
import { useFormat } from "../language/use-format";
import { type Text, useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ProblemMessage } from "../shell/problem-message";
import { useDecideRenewal } from "./use-licence-money";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", alignItems: "flex-start", minWidth: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  problem: { fontSize: tokens.fontSizeBase200, color: tokens.colorPaletteRedForeground1 },
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
  const mayDecide =
    can["licence.change"] === true &&
    (isDecided || (settled === null && window !== null && isNear(renewal, localDay(new Date()))));
  const words = careWords(renewal, text, format);
  const isMissing = settled === null && window !== null && owner?.active !== true;
  return (
    <span className={styles.stack}>
      {words.length > 0 && (
        <span className={isMissing ? styles.problem : styles.quiet}>{words.join(" · ")}</span>
      )}
      {decide.error !== null && <ProblemMessage title={text("renewalCare.failed")} problem={decide.error} />}
      {mayDecide && (
        <Button
          className={styles.button}
          size="small"
          disabledFocusable={decide.isPending}
          aria-label={text(isDecided ? "renewalCare.reopenAbout" : "renewalCare.decideAbout", { name })}
          onClick={() => decide.mutate({ source, id, actBy, decided: !isDecided })}
        >
          {text(isDecided ? "renewalCare.reopen" : "renewalCare.decide")}
        </Button>
      )}
    </span>
  );
}

/** Sent is not read, and nothing here says so. */
export function careWords(
  { settled, owner, window, reminder, lastReminder, nextReminder }: RenewalAnswer,
  text: Text,
  format: Format,
): string[] {
  const told = [
    ...(owner?.active === true ? [text("renewalCare.seenTo", { name: owner.name })] : []),
    ...(lastReminder === null ? [] : [reminderWords(lastReminder, text, format)]),
  ];
  if (settled !== null) return [...told, text(`renewalCare.settled.${settled}`)];
  if (window === null) return told;
  if (owner === null) return [...told, text("renewalCare.nobody")];
  if (!owner.active) return [...told, text("renewalCare.left", { name: owner.name })];
  if (reminder !== null && lastReminder?.daysAhead !== reminder) {
    return [...told, text("renewalCare.soon")];
  }
  if (nextReminder !== null) return [...told, text("renewalCare.next", { day: format.date(nextReminder) })];
  return lastReminder === null ? [...told, text("renewalCare.last")] : told;
}

function reminderWords(
  { state, reason, sentAt, decidedAt }: NonNullable<RenewalAnswer["lastReminder"]>,
  text: Text,
  format: Format,
): string {
  switch (state) {
    case "sent":
    case "answered":
      return text("renewalCare.sent", { day: format.date((sentAt ?? decidedAt).slice(0, 10)) });
    case "queued":
    case "sending":
      return text("renewalCare.waits");
    case "uncertain":
      return text("renewalCare.uncertain", { day: format.date(decidedAt.slice(0, 10)) });
    case "blocked":
    case "skipped":
    case "expired":
      return reason === null
        ? text("renewalCare.expired")
        : text("renewalCare.notSent", { reason: text(`delivery.reason.${reason}`) });
  }
}
