import { Button, Text } from "@fluentui/react-components";
import type { TrainingAnswer } from "../../src/contracts/training-contract";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { useAskAttendance } from "./use-rollouts";

/** Has the bot ask who was there, of whom nothing is written down; once the session has begun. */
export function AskAttendance({ training: { id, title, startsAt } }: { readonly training: TrainingAnswer }) {
  const text = useText();
  const ask = useAskAttendance(id);
  if (Date.parse(startsAt) > Date.now()) return null;
  if (ask.isSuccess) return <Text role="status">{text("attendance.asked", { count: ask.data.asked })}</Text>;
  return (
    <>
      <Button
        size="small"
        aria-label={text("attendance.askFor", { title })}
        disabledFocusable={ask.isPending}
        onClick={() => ask.mutate()}
      >
        {text("attendance.ask")}
      </Button>
      {ask.error !== null && <ProblemMessage title={text("attendance.askFailed")} problem={ask.error} />}
    </>
  );
}
