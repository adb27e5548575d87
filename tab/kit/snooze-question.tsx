import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { snoozes } from "../../src/domain/check-in/good-time";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { useSnoozeMyCheckIn } from "./use-my-kit";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
  },
});

/** Puts the bot's question off; here it stays open all the same. */
export function SnoozeQuestion({ deliveryId }: { readonly deliveryId: string }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const snooze = useSnoozeMyCheckIn(deliveryId);
  return (
    <>
      <div className={styles.root}>
        {snoozes.map((until) => (
          <Button
            key={until}
            appearance="subtle"
            disabledFocusable={snooze.isPending}
            onClick={() => snooze.mutate(until)}
          >
            {text(`kit.snooze.${until}`)}
          </Button>
        ))}
        <Text role="status">
          {snooze.data ? text("kit.snooze.done", { when: format.dateTime(snooze.data.until) }) : ""}
        </Text>
      </div>
      {snooze.error !== null && <ProblemMessage title={text("kit.snooze.failed")} problem={snooze.error} />}
    </>
  );
}
