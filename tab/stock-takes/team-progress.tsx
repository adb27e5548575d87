import { makeStyles, tokens } from "@fluentui/react-components";
import type { StockTakeAnswer } from "../../src/contracts/stock-take-contract";
import { itemStates } from "../../src/domain/stock-take/stock-take-item";
import { type Column, DataTable } from "../applications/data-table";
import { Section } from "../inventory/details/section";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ToneDot } from "../shell/stacked-bar";
import { itemTones, ProgressBar } from "./item-marks";

const useStyles = makeStyles({
  head: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  bar: { minWidth: "90px", paddingTop: "6px" },
  narrow: {
    display: "none",
    "@media (max-width: 720px)": { display: "grid", rowGap: tokens.spacingVerticalXXS },
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type Row = StockTakeAnswer["teams"][number] & { readonly id: string };

/** How far each team is: a bar, and the numbers that it stands for. */
export function TeamProgress({ stockTake: { teams } }: { readonly stockTake: StockTakeAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const rows: Row[] = teams.map((team) => ({ ...team, id: team.teamId ?? "" }));
  const inWords = (row: Row) =>
    itemStates
      .filter((state) => row[state] > 0)
      .map((state) => `${text(`stockTake.item.${state}`)}: ${format.number(row[state])}`)
      .join(" · ");
  const columns: Column<Row>[] = [
    {
      key: "team",
      heading: text("stockTake.column.team"),
      cell: (row) => (
        <>
          {row.teamName ?? text("stockTake.noTeam")}
          <div className={styles.narrow}>
            <ProgressBar counts={row} />
            <span className={styles.quiet}>{inWords(row)}</span>
          </div>
        </>
      ),
    },
    {
      key: "bar",
      heading: text("stockTake.column.state"),
      room: "wide",
      cell: (row) => (
        <div className={styles.bar}>
          <ProgressBar counts={row} />
        </div>
      ),
    },
    ...itemStates.map((state) => ({
      key: state,
      heading: (
        <span className={styles.head}>
          <ToneDot tone={itemTones[state]} />
          {text(`stockTake.item.${state}`)}
        </span>
      ),
      room: "wide" as const,
      cell: (row: Row) => format.number(row[state]),
    })),
  ];
  return (
    <Section level={2} title={text("stockTake.teams")}>
      <DataTable label={text("stockTake.teams")} columns={columns} items={rows} />
    </Section>
  );
}
