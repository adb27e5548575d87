import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import type { CheckInProgressAnswer } from "../../src/contracts/delivery-contract";
import type { Format } from "../language/formatting";
import { useFormat } from "../language/use-format";
import { useText, type Text as Words } from "../language/use-text";
import { useCheckInProgress } from "./use-check-ins";

const useStyles = makeStyles({
  root: { display: "block", marginTop: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
});

/** How fast it goes and when that ends, in a sentence; nothing while there is nothing to tell. */
export function SendingProgress({ checkIn }: { readonly checkIn: CheckInAnswer }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { data } = useCheckInProgress(checkIn);
  if (data === undefined || data.state === "not-launched") return null;
  return <Text className={styles.root}>{sentences(data, text, format).join(" ")}</Text>;
}

function sentences(progress: CheckInProgressAnswer, text: Words, format: Format): string[] {
  const { state, due, later, perSecond, endsAt } = progress;
  if (state === "not-launched") return [];
  const numbers = {
    due: format.number(due),
    later: format.number(later),
    rate: format.number(perSecond),
  };
  return [
    text(`sending.state.${state}`, numbers),
    ...(state === "sending" && later > 0 ? [text("sending.later", numbers)] : []),
    ...(endsAt === null ? [] : [text("sending.endsAt", { date: format.dateTime(endsAt) })]),
  ];
}
