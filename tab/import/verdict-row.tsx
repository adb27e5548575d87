import {
  Badge,
  type BadgeProps,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { Ref } from "react";
import type { ImportVerdict } from "../../src/contracts/import-contract";
import { resolutions } from "../../src/domain/provenance";
import { changeWords, type Words } from "../history/history-words";
import { narrow } from "../shell/theme";
import type { Verdict } from "./import-verdict";
import type { ImportRun } from "./use-import";

const useStyles = makeStyles({
  row: {
    position: "absolute",
    insetInline: 0,
    top: 0,
    display: "grid",
    gridTemplateColumns: "minmax(120px, 1fr) minmax(0, 2.4fr)",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS },
  },
  head: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: "2px", minWidth: 0 },
  key: { overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  changes: { margin: 0, padding: 0, listStyle: "none", overflowWrap: "anywhere" },
  contested: { fontWeight: tokens.fontWeightSemibold },
  decision: { flexWrap: "wrap" },
});

const colors: Readonly<Record<Verdict, NonNullable<BadgeProps["color"]>>> = {
  create: "success",
  update: "brand",
  unchanged: "subtle",
  conflict: "warning",
  error: "danger",
};

/** A new record has many values; who wants them all has the file. */
const valuesShown = 6;

interface Props {
  readonly ref: Ref<HTMLLIElement>;
  readonly row: ImportVerdict;
  readonly index: number;
  readonly count: number;
  readonly offset: number;
  readonly words: Words;
  readonly run: ImportRun;
}

export function VerdictRow({ ref, row, index, count, offset, words, run }: Props) {
  const styles = useStyles();
  const { text } = words;
  const name = row.key ?? text("import.verdictNameless");
  return (
    <li
      ref={ref}
      data-index={index}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={styles.row}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <div className={styles.head}>
        <Text weight="semibold" className={styles.key}>
          {name}
        </Text>
        <Text size={200} className={styles.quiet}>
          {text("import.verdictLine", { line: row.line })}
        </Text>
        <Badge appearance="tint" shape="rounded" color={colors[row.verdict]}>
          {text(`import.verdict.${row.verdict}`)}
        </Badge>
      </div>
      <div>
        <Changes row={row} words={words} />
        {(row.contested.length > 0 || run.choice.decisions.byLine[row.line] !== undefined) && (
          <Decision row={row} name={name} words={words} run={run} />
        )}
      </div>
    </li>
  );
}

function Changes({ row, words }: Pick<Props, "row" | "words">) {
  const styles = useStyles();
  const kept = new Set(row.kept);
  const told = row.changes.filter(({ field }) => !kept.has(field));
  const shown = row.verdict === "create" ? told.slice(0, valuesShown) : told;
  const keptFields = row.kept.map((field) => fieldName(field, words)).join(", ");
  return (
    <ul className={styles.changes}>
      {shown.map((change) => (
        <li key={change.field} className={row.contested.includes(change.field) ? styles.contested : ""}>
          {changeWords(change, words)}
        </li>
      ))}
      {keptFields !== "" && <li>{words.text("import.keptNote", { fields: keptFields })}</li>}
    </ul>
  );
}

function fieldName(field: string, words: Words): string {
  const known = words.fields[field];
  return known && "label" in known ? words.text(known.label) : field;
}

function Decision({
  row,
  name,
  words,
  run,
}: Pick<Props, "row" | "words" | "run"> & { readonly name: string }) {
  const styles = useStyles();
  const { text } = words;
  const { decisions } = run.choice;
  return (
    <RadioGroup
      layout="horizontal"
      className={styles.decision}
      aria-label={text("import.decisionOf", { key: name })}
      value={decisions.byLine[row.line] ?? decisions.all ?? ""}
      onChange={(_, { value }) => {
        const resolution = resolutions.find((one) => one === value);
        if (resolution) run.decide({ ...decisions, byLine: { ...decisions.byLine, [row.line]: resolution } });
      }}
    >
      {resolutions.map((resolution) => (
        <Radio key={resolution} value={resolution} label={text(`import.${resolution}One`)} />
      ))}
    </RadioGroup>
  );
}
