import { getStockTakeHistory } from "../../src/contracts/stock-take-contract";
import { itemStates } from "../../src/domain/stock-take/stock-take-item";
import type { FieldWords } from "../history/history-words";
import { RecordHistory } from "../history/record-history";
import { useHistory } from "../history/use-history";
import { Section } from "../inventory/details/section";
import { useText } from "../language/use-text";

const fields: Readonly<Record<string, FieldWords>> = {
  title: { label: "stockTake.form.title", value: "text" },
  teamIds: { label: "stockTake.chosenTeams", value: "team" },
  includeBelow: {
    sentence: ({ to }, text) =>
      text(to === true ? "stockTake.withTeamsBelow" : "stockTake.withoutTeamsBelow"),
  },
  checkInId: { sentence: (_change, text) => text("stockTake.holdersAsked") },
  items: { label: "stockTake.items", value: "text" },
  item: { sentence: ({ to }) => String(to) },
  note: { label: "stockTake.note", value: "text" },
  state: {
    label: "stockTake.column.state",
    value: "choice",
    choices: {
      open: "stockTake.state.open",
      closed: "stockTake.state.closed",
      ...Object.fromEntries(itemStates.map((state) => [state, `stockTake.item.${state}` as const])),
    },
  },
  reports: { label: "stockTake.item.missing", value: "text" },
};

/** Who looked, and what they entered. */
export function StockTakeHistory({ id }: { readonly id: string }) {
  const text = useText();
  const history = useHistory(getStockTakeHistory, id, ["stock-takes", "one", id, "history"]);
  return (
    <Section level={2} title={text("stockTake.history")}>
      <RecordHistory history={history} fields={fields} />
    </Section>
  );
}
