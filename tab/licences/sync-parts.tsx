import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import type { LicenceOverviewAnswer } from "../../src/contracts/licence-contract";
import type { PartState } from "../../src/domain/graph-sync/sync-part";
import { type Column, DataTable } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { TeamCard } from "../teams/team-card";

type Part = LicenceOverviewAnswer["parts"][number];

const useStyles = makeStyles({
  lines: { display: "flex", flexDirection: "column", alignItems: "flex-start", minWidth: 0 },
  narrow: { display: "none", "@media (max-width: 720px)": { display: "inline" } },
  /** A word stays whole on a phone. */
  name: { overflowWrap: "normal" },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

const colours = {
  ok: "success",
  "not-permitted": "warning",
  failed: "danger",
  off: "informative",
} as const satisfies Record<PartState, string>;

/** Each part with its state, its age, and what granting its permission would bring. */
export function SyncParts({ parts }: { readonly parts: readonly Part[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const columns: Column<Part & { readonly id: string }>[] = [
    {
      key: "part",
      heading: text("licence.sync.part"),
      cell: ({ name }) => <span className={styles.name}>{text(`licence.part.${name}`)}</span>,
    },
    { key: "state", heading: text("licence.sync.state"), cell: (part) => <State part={part} /> },
    {
      key: "asOf",
      heading: text("licence.sync.asOf"),
      room: "wide",
      cell: ({ asOf }) => (asOf === null ? text("licence.sync.never") : format.dateTime(asOf)),
    },
    {
      key: "permission",
      heading: text("licence.sync.permission"),
      room: "wide",
      cell: ({ permissions }) => permissions.join(", "),
    },
  ];
  return (
    <TeamCard title={text("licence.sync.parts")}>
      <DataTable
        label={text("licence.sync.parts")}
        columns={columns}
        items={parts.map((part) => ({ ...part, id: part.name }))}
      />
    </TeamCard>
  );
}

function State({ part: { state, asOf, message, permissions, unlocks } }: { readonly part: Part }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  if (state === null) return text("licence.sync.state.none");
  const gain = {
    permissions: permissions.join(", "),
    gain: unlocks.map((gain) => text(`sync.gain.${gain}`)).join(", "),
  };
  return (
    <span className={styles.lines}>
      <Badge appearance="tint" color={colours[state]}>
        {text(`licence.sync.state.${state}`)}
      </Badge>
      {asOf !== null && (
        <span className={styles.narrow}>
          {text("licence.sync.asOf")} {format.dateTime(asOf)}
        </span>
      )}
      {state === "not-permitted" && (
        <span className={styles.quiet}>{text("licence.sync.unlocks", gain)}</span>
      )}
      {state === "failed" && message !== null && (
        <span className={styles.quiet}>
          {message === "needs-approval" ? text("licence.sync.needsApproval") : message}
        </span>
      )}
      {state !== "ok" && state !== "off" && asOf !== null && (
        <span className={styles.quiet}>{text("licence.sync.keeps")}</span>
      )}
    </span>
  );
}
