import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { useFindingSummary, useLookNow } from "./use-findings";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  words: { display: "grid", flex: "1 1 260px", minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What the findings would save together, and how old they are; who may, looks anew. */
export function FindingGlance({ mayLook }: { readonly mayLook: boolean }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const summary = useFindingSummary();
  const look = useLookNow();
  const { monthlySaving, lookedAt } = summary.data ?? { monthlySaving: null, lookedAt: null };
  return (
    <>
      <div className={styles.row}>
        <div className={styles.words}>
          {monthlySaving?.known.map((sum) => (
            <Text key={sum.currency} weight="semibold">
              {text("finding.saving", { amount: format.money(sum) })}
            </Text>
          ))}
          {(monthlySaving?.unknown ?? 0) > 0 && (
            <Text size={200}>{text("finding.savingUnknown", { count: monthlySaving?.unknown ?? 0 })}</Text>
          )}
          {summary.data && (
            <Text size={200} className={styles.quiet}>
              {lookedAt === null
                ? text("finding.never")
                : text("finding.lookedAt", { when: format.relative(lookedAt) })}
            </Text>
          )}
        </div>
        {mayLook && (
          <Button disabledFocusable={look.isPending} onClick={() => !look.isPending && look.mutate()}>
            {text(look.isPending ? "finding.looking" : "finding.look")}
          </Button>
        )}
      </div>
      <div role="status">
        {look.isSuccess && <Text size={200}>{text("finding.looked", { count: look.data.showing })}</Text>}
      </div>
      {look.error !== null && <ProblemMessage title={text("finding.lookFailed")} problem={look.error} />}
    </>
  );
}
