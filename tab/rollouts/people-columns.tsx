import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import type { ParticipantAnswer } from "../../src/contracts/wave-contract";
import { leftReason } from "../../src/domain/rollout/participant";
import type { Column } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ToneDot } from "../shell/stacked-bar";
import { personTones } from "./rollout-marks";

const useStyles = makeStyles({
  name: {
    display: "inline-flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
  },
  state: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type Row = ParticipantAnswer & { readonly id: string };

/** Who somebody is, how far they are, and what stops them. */
export function usePeopleColumns(): Column<Row>[] {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const why = ({ state, reason, blockerText }: Row) =>
    state === "blocked"
      ? (blockerText ?? text("rollout.notWorking"))
      : reason === leftReason
        ? text("rollout.reason.left")
        : reason;
  return [
    {
      key: "person",
      heading: text("rollout.column.person"),
      cell: ({ personName, champion }) => (
        <span className={styles.name}>
          {personName ?? text("rollout.somebody")}
          {champion && (
            <Badge appearance="tint" color="informative">
              {text("rollout.champion")}
            </Badge>
          )}
        </span>
      ),
    },
    {
      key: "team",
      heading: text("rollout.column.team"),
      room: "wide",
      cell: ({ teamName }) => teamName ?? "–",
    },
    {
      key: "state",
      heading: text("rollout.column.state"),
      cell: (row) => (
        <>
          <span className={styles.state}>
            <ToneDot tone={personTones[row.state]} />
            {text(`rollout.person.${row.state}`)}
          </span>
          <div className={styles.quiet}>{why(row)}</div>
          {row.rolledBackOn !== null && (
            <div className={styles.quiet}>
              {text("rollout.rolledBackOn", { day: format.date(row.rolledBackOn) })}
            </div>
          )}
        </>
      ),
    },
  ];
}
