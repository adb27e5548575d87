import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { ImportAnswer } from "../../src/contracts/import-contract";
import { readDay, type SaidDayOrder, saidDayOrders } from "../../src/domain/import/day-text";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import type { ImportRun } from "./use-import";

interface Props {
  readonly answer: ImportAnswer;
  readonly run: ImportRun;
}

/** Asks whether day or month comes first, where the days of a column do not settle it. */
export function DaysStep({ answer, run }: Props) {
  const text = useText();
  const format = useFormat();
  const { unsureDays = [] } = answer;
  const [first] = unsureDays;
  if (first === undefined) return null;
  const { sample } = first;
  const meaning = (order: SaidDayOrder) => {
    const read = readDay(sample, order);
    const day = read.kind === "day" ? format.date(read.day) : sample;
    return text(`import.days.${order}`, { sample, day });
  };
  const said = run.choice.days;
  return (
    <MessageBar intent={said === null ? "warning" : "info"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text("import.daysTitle")}</MessageBarTitle>{" "}
        {text("import.daysText", { columns: unsureDays.map(({ column }) => column).join(", ") })}
      </MessageBarBody>
      <MessageBarActions>
        {saidDayOrders.map((order) => (
          <Button
            key={order}
            size="small"
            aria-pressed={said === order}
            appearance={said === order ? "primary" : "secondary"}
            onClick={() => run.sayDays(order)}
          >
            {meaning(order)}
          </Button>
        ))}
      </MessageBarActions>
    </MessageBar>
  );
}
