import { makeStyles, tokens } from "@fluentui/react-components";
import type { RolloutDetailsAnswer } from "../../src/contracts/rollout-contract";
import { type Column, DataTable } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { TeamLink } from "../teams/team-link";
import { Confirmed, CountsInWords, PeopleBar, StateBadge } from "./rollout-marks";

type Wave = RolloutDetailsAnswer["waves"][number];

const useStyles = makeStyles({
  people: { display: "grid", gap: tokens.spacingVerticalXS, minWidth: "120px" },
  below: { display: "none", "@media (max-width: 720px)": { display: "block" } },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The waves in the order in which they go. */
export function WaveTable({
  waves,
  plain = false,
}: {
  readonly waves: readonly Wave[];
  readonly plain?: boolean;
}) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const when = ({ plannedStart, plannedEnd }: Wave) =>
    text("rollout.from", { start: format.date(plannedStart), end: format.date(plannedEnd) });
  const columns: Column<Wave>[] = [
    {
      key: "wave",
      heading: text("rollout.column.wave"),
      cell: (wave) => (
        <>
          {plain ? wave.name : <TeamLink to={`/waves/${encodeURIComponent(wave.id)}`}>{wave.name}</TeamLink>}
          <div className={styles.quiet}>{text(`rollout.ring.${wave.ring}`)}</div>
          <div className={styles.below}>
            <StateBadge state={wave.state} />
          </div>
        </>
      ),
    },
    { key: "when", heading: text("rollout.column.when"), room: "wide", cell: when },
    {
      key: "state",
      heading: text("rollout.column.state"),
      room: "wide",
      cell: ({ state }) => <StateBadge state={state} />,
    },
    {
      key: "people",
      heading: text("rollout.column.people"),
      cell: ({ counts }) => (
        <div className={styles.people}>
          <Confirmed counts={counts} />
          <PeopleBar counts={counts} />
          <CountsInWords counts={counts} />
        </div>
      ),
    },
  ];
  return <DataTable label={text("rollout.waves")} columns={columns} items={waves} />;
}
