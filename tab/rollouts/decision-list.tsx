import { Badge, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { DecisionAnswer } from "../../src/contracts/wave-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyle: "none" },
  item: {
    display: "grid",
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    overflowWrap: "anywhere",
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly decisions: readonly DecisionAnswer[];
  /** Which wave each was about; left out where there is one only. */
  readonly waveNames?: ReadonlyMap<string, string>;
}

/** Who decided what, when, why, and against which gates; newest first. */
export function DecisionList({ decisions, waveNames }: Props) {
  const text = useText();
  const styles = useStyles();
  if (decisions.length === 0) return <span>{text("rollout.noDecisions")}</span>;
  return (
    <ol className={styles.list}>
      {decisions.map((decision) => (
        <OneDecision key={decision.id} decision={decision} wave={waveNames?.get(decision.waveId) ?? null} />
      ))}
    </ol>
  );
}

function OneDecision({
  decision,
  wave,
}: {
  readonly decision: DecisionAnswer;
  readonly wave: string | null;
}) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const name = decision.decidedByName ?? text("rollout.somebody");
  const day = format.dateTime(decision.decidedAt);
  const first = decision.firstByName ?? text("rollout.somebody");
  const gates = decision.against.map((measure) => text(`rollout.measure.${measure}`)).join(", ");
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Badge appearance="tint" color={decision.decision === "go" ? "success" : "warning"}>
          {text(`rollout.decision.${decision.decision}`)}
        </Badge>
        {wave !== null && <Text weight="semibold">{wave}</Text>}
        {decision.awaitsSecond && <Text>{text("rollout.decision.waits")}</Text>}
      </div>
      <Text>{decision.reason}</Text>
      {gates !== "" && <Text size={200}>{text("rollout.decision.against", { gates })}</Text>}
      <Text size={200} className={styles.quiet}>
        {decision.firstBy === null
          ? text("rollout.decision.by", { name, day })
          : text("rollout.decision.second", { name, first, day })}
      </Text>
    </li>
  );
}
