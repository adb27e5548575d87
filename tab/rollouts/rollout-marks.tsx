import { Badge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { DismissCircleFilled } from "@fluentui/react-icons/svg/dismiss-circle";
import { QuestionCircleFilled } from "@fluentui/react-icons/svg/question-circle";
import type { GateAnswer, ParticipantCountsAnswer } from "../../src/contracts/rollout-shapes";
import { meantFor, type ParticipantState, participantStates } from "../../src/domain/rollout/participant";
import type { RolloutState } from "../../src/domain/rollout/rollout";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { StackedBar, type Tone, ToneDot } from "../shell/stacked-bar";

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    whiteSpace: "nowrap",
  },
  icon: { flexShrink: 0, fontSize: "16px" },
  green: { color: tokens.colorStatusSuccessForeground1 },
  red: { color: tokens.colorPaletteRedForeground1 },
  unknown: { color: tokens.colorStatusWarningForeground1 },
  counts: {
    display: "flex",
    flexWrap: "wrap",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    padding: 0,
    listStyle: "none",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

const colours = {
  planned: "informative",
  running: "success",
  paused: "warning",
  "rolled-back": "danger",
  finished: "informative",
} as const;

/** Of a rollout or of one of its waves. */
export function StateBadge({ state }: { readonly state: RolloutState }) {
  const text = useText();
  return (
    <Badge appearance="tint" color={colours[state]} size="large">
      {text(`rollout.state.${state}`)}
    </Badge>
  );
}

export const personTones: Readonly<Record<ParticipantState, Tone>> = {
  confirmed: "good",
  live: "moving",
  trained: "waiting",
  invited: "quiet",
  planned: "quiet",
  blocked: "bad",
  exempt: "quiet",
};

const barOrder = ["confirmed", "live", "trained", "invited", "planned", "blocked"] as const;

export function PeopleBar({ counts }: { readonly counts: ParticipantCountsAnswer }) {
  return (
    <StackedBar
      segments={barOrder.map((state) => ({
        key: state,
        count: counts[state],
        tone: personTones[state],
        faded: state === "planned" || state === "invited",
      }))}
    />
  );
}

/** "3 of 8 confirmed", the exempt left out. */
export function Confirmed({ counts }: { readonly counts: ParticipantCountsAnswer }) {
  const text = useText();
  const format = useFormat();
  const [done, all] = [counts.confirmed, meantFor(counts)].map(format.number);
  return <span>{text("rollout.confirmedOf", { done: done ?? "", all: all ?? "" })}</span>;
}

/** The numbers that a bar stands for. */
export function CountsInWords({ counts }: { readonly counts: ParticipantCountsAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  return (
    <ul className={styles.counts}>
      {participantStates
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <li key={state} className={styles.mark}>
            <ToneDot tone={personTones[state]} />
            {`${text(`rollout.person.${state}`)}: ${format.number(counts[state])}`}
          </li>
        ))}
    </ul>
  );
}

const icons = {
  green: CheckmarkCircleFilled,
  red: DismissCircleFilled,
  unknown: QuestionCircleFilled,
} as const;

/** Whether a gate passes, by a word and a shape of its own. */
export function GateMark({ gate }: { readonly gate: Pick<GateAnswer, "status" | "stale"> }) {
  const text = useText();
  const styles = useStyles();
  const old = gate.status === "green" && gate.stale;
  const shape = old ? "unknown" : gate.status;
  const Icon = icons[shape];
  return (
    <span className={mergeClasses(styles.mark, styles[shape])}>
      <Icon aria-hidden className={styles.icon} />
      {text(old ? "rollout.gate.stale" : `rollout.gate.${gate.status}`)}
    </span>
  );
}
