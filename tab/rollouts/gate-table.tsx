import { makeStyles, tokens } from "@fluentui/react-components";
import type { GateAnswer } from "../../src/contracts/rollout-shapes";
import { type Column, DataTable } from "../applications/data-table";
import type { Format } from "../language/formatting";
import { useFormat } from "../language/use-format";
import { type Text, useText } from "../language/use-text";
import { GateMark } from "./rollout-marks";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  neededBelow: {
    display: "none",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    "@media (max-width: 720px)": { display: "block" },
  },
  sourceBelow: {
    display: "none",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    "@media (max-width: 1000px)": { display: "block" },
  },
});

type Row = GateAnswer & { readonly id: string };

/** What was asked for, what is so, where that comes from and how old it is. */
export function GateTable({
  gates,
  label,
}: {
  readonly gates: readonly GateAnswer[];
  readonly label: string;
}) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const columns: Column<Row>[] = [
    {
      key: "gate",
      heading: text("rollout.column.gate"),
      cell: (gate) => (
        <>
          {text(`rollout.measure.${gate.measure}`)}
          <div className={styles.neededBelow}>
            {text("rollout.column.threshold")}: {neededWords(gate, text)}
          </div>
          <div className={styles.sourceBelow}>{sourceWords(gate, text, format)}</div>
        </>
      ),
    },
    {
      key: "threshold",
      heading: text("rollout.column.threshold"),
      room: "wide",
      cell: (gate) => neededWords(gate, text),
    },
    {
      key: "value",
      heading: text("rollout.column.value"),
      cell: (gate) => (
        <>
          {valueWords(gate, text)}
          <div className={styles.quiet}>{countWords(gate, text, format)}</div>
        </>
      ),
    },
    { key: "state", heading: text("rollout.column.state"), cell: (gate) => <GateMark gate={gate} /> },
    {
      key: "source",
      heading: text("rollout.column.source"),
      room: "widest",
      cell: (gate) => sourceWords(gate, text, format),
    },
  ];
  const items = gates.map((gate) => ({ ...gate, id: gate.measure }));
  return <DataTable label={label} columns={columns} items={items} />;
}

function neededWords({ unit, threshold }: GateAnswer, text: Text): string {
  return text(`rollout.unit.${unit}`, { value: threshold });
}

function valueWords({ unit, value, best, unknownBecause }: GateAnswer, text: Text): string {
  if (unknownBecause !== null) return text(`rollout.because.${unknownBecause}`);
  if (value === null || best === null) return text("rollout.gate.unknown");
  const shown = value === best ? String(value) : text("rollout.unit.range", { value, best });
  return text(unit === "at-most" ? "rollout.unit.count" : `rollout.unit.${unit}`, { value: shown });
}

function countWords({ counts }: GateAnswer, text: Text, format: Format): string {
  if (counts === null) return "";
  const [met, of, unknown] = [counts.met, counts.of, counts.unknown].map(format.number) as [
    string,
    string,
    string,
  ];
  return counts.unknown === 0
    ? text("rollout.gate.counts", { met, of })
    : text("rollout.gate.countsUnknown", { met, of, unknown });
}

function sourceWords({ source, asOf, ageDays }: GateAnswer, text: Text, format: Format): string {
  const age =
    asOf === null
      ? text("rollout.gate.ageUnknown")
      : ageDays === 0
        ? text("rollout.gate.ageNow")
        : text("rollout.gate.asOf", { day: format.date(asOf) });
  return `${text(`rollout.source.${source}`)}, ${age}`;
}
