import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { useId } from "react";
import type { ImportAnswer } from "../../src/contracts/import-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { StackedBar, ToneDot } from "../shell/stacked-bar";
import { DaysStep } from "./days-step";
import { DecisionBar, isDecided } from "./decision-bar";
import { ImportProblems } from "./import-problems";
import { verdicts, verdictTones } from "./import-verdict";
import { LabelsStep } from "./labels-step";
import type { ImportRun } from "./use-import";
import { VerdictTable } from "./verdict-table";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: "12px" },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  entry: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** What would happen to how many rows, how the file was understood, and which rows stand in the way. */
export function ImportPreview({ answer, run }: { readonly answer: ImportAnswer; readonly run: ImportRun }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const title = useId();
  const { rows, ignoredColumns } = answer;
  return (
    <section className={styles.root} aria-labelledby={title}>
      <div className={styles.head}>
        <h3 id={title} className={styles.title}>
          {text("import.previewTitle")}
        </h3>
        <Text>{text("import.rows", { count: rows.total, total: format.number(rows.total) })}</Text>
      </div>
      <StackedBar
        segments={verdicts.map((verdict) => ({
          key: verdict,
          count: rows[verdict],
          tone: verdictTones[verdict],
        }))}
      />
      <ul className={styles.legend} aria-label={text("import.verdictsLabel")}>
        {verdicts.map((verdict) => (
          <li key={verdict} className={styles.entry}>
            <ToneDot tone={verdictTones[verdict]} />
            {text(`import.verdict.${verdict}`)} <Text weight="semibold">{format.number(rows[verdict])}</Text>
          </li>
        ))}
      </ul>
      <Text size={200} className={styles.quiet}>
        <ReadAs answer={answer} />{" "}
        {ignoredColumns.length > 0 && text("import.ignored", { columns: ignoredColumns.join(", ") })}
      </Text>
      <DaysStep answer={answer} run={run} />
      <LabelsStep answer={answer} run={run} />
      {(answer.contested > 0 || isDecided(run)) && <DecisionBar answer={answer} run={run} />}
      {answer.problems.length > 0 && <ImportProblems answer={answer} />}
      {answer.verdicts.length > 0 && <VerdictTable answer={answer} run={run} />}
    </section>
  );
}

const delimiterNames = new Map([
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
] as const);

function ReadAs({ answer }: { readonly answer: ImportAnswer }) {
  const text = useText();
  const known = [...delimiterNames].find(([sign, name]) => [sign, name].includes(answer.delimiter as never));
  return text("import.readAs", {
    encoding: encodingName(answer.encoding),
    delimiter: known === undefined ? answer.delimiter : text(`import.delimiter.${known[1]}`),
    source: text(`import.source.${answer.source}`),
  });
}

/** As people know them: UTF-8, Windows-1252. */
function encodingName(encoding: string): string {
  return encoding.startsWith("utf")
    ? encoding.toUpperCase()
    : encoding.replace(/^./, (first) => first.toUpperCase());
}
