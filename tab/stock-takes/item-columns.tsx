import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { StockTakeItemAnswer } from "../../src/contracts/stock-take-contract";
import type { Column } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ItemMark } from "./item-marks";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  note: { overflowWrap: "anywhere" },
});

/** What a list of items says, on the page and in the report. */
export function useItemColumns(): Column<StockTakeItemAnswer>[] {
  const text = useText();
  return [
    { key: "device", heading: text("stockTake.column.device"), cell: (item) => <DeviceCell item={item} /> },
    {
      key: "team",
      heading: text("stockTake.column.team"),
      room: "wide",
      cell: ({ teamName }) => teamName ?? text("stockTake.noTeam"),
    },
    {
      key: "holder",
      heading: text("stockTake.column.holder"),
      room: "wide",
      cell: ({ deviceId, holderId, holderName }) =>
        deviceId === null
          ? "–"
          : (holderName ?? text(holderId === null ? "stockTake.nobody" : "stockTake.somebody")),
    },
    { key: "state", heading: text("stockTake.column.state"), cell: (item) => <StateCell item={item} /> },
  ];
}

interface CellProps {
  readonly item: StockTakeItemAnswer;
}

function DeviceCell({ item: { assetTag, deviceId, model, type } }: CellProps) {
  const text = useText();
  const styles = useStyles();
  const kind = type === null ? null : text(`device.type.${type}`);
  const about =
    deviceId === null ? text("stockTake.unknownDevice") : [kind, model].filter(Boolean).join(" · ");
  return (
    <>
      <Text block weight="semibold">
        {assetTag}
      </Text>
      <Text block size={200} className={styles.quiet}>
        {about}
      </Text>
    </>
  );
}

function StateCell({ item }: CellProps) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { state, source, note, recordedAt } = item;
  const name = item.recordedByName ?? text("stockTake.somebody");
  const key = source === "check-in" ? "stockTake.byAnswer" : "stockTake.byHand";
  return (
    <>
      <ItemMark state={state} />
      {source !== null && recordedAt !== null && (
        <Text block size={200} className={styles.quiet}>
          {text(key, { name, day: format.dateTime(recordedAt) })}
        </Text>
      )}
      {note !== null && (
        <Text block size={200} className={styles.note}>
          {note}
        </Text>
      )}
    </>
  );
}
