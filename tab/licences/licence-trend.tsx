import { makeStyles } from "@fluentui/react-components";
import type { LicenceDetailsAnswer } from "../../src/contracts/licence-contract";
import { type Column, DataTable } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { TeamCard } from "../teams/team-card";
import { TrendChart } from "./trend-chart";

type Snapshot = LicenceDetailsAnswer["snapshots"][number];

const useStyles = makeStyles({
  nights: { maxHeight: "320px", overflowY: "auto" },
});

/** How a SKU stood on each night with a sync, the latest first; nights without one are not made up. */
export function LicenceTrend({ snapshots }: { readonly snapshots: readonly Snapshot[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const number = (value: number | null) =>
    value === null ? text("licence.band.unknown") : format.number(value);
  const columns: Column<Snapshot & { readonly id: string }>[] = [
    { key: "day", heading: text("licence.one.day"), cell: ({ day }) => format.date(day) },
    { key: "usable", heading: text("licence.one.usable"), cell: ({ usable }) => number(usable) },
    { key: "held", heading: text("licence.one.held"), cell: ({ held }) => number(held) },
    { key: "unused", heading: text("licence.one.unused"), cell: ({ unused }) => number(unused) },
  ];
  const items = snapshots.map((snapshot) => ({ ...snapshot, id: snapshot.day })).reverse();
  const label = text("licence.one.trendNumbers");
  return (
    <TeamCard title={text("licence.one.trend")}>
      <TrendChart snapshots={snapshots} />
      {items.length === 0 ? (
        <span>{text("licence.one.noTrend")}</span>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        <section className={styles.nights} tabIndex={0} aria-label={label}>
          <DataTable label={label} columns={columns} items={items} />
        </section>
      )}
    </TeamCard>
  );
}
