import { getRolloutHistory } from "../../src/contracts/rollout-contract";
import { decisionKinds } from "../../src/domain/rollout/decision";
import { participantStates } from "../../src/domain/rollout/participant";
import { attendanceSources } from "../../src/domain/rollout/training";
import { waveStates } from "../../src/domain/rollout/wave";
import type { FieldWords } from "../history/history-words";
import { RecordHistory } from "../history/record-history";
import { useHistory } from "../history/use-history";
import { Section } from "../inventory/details/section";
import { useText } from "../language/use-text";

const choices = <K extends string, T extends string>(values: readonly K[], key: (value: K) => T) =>
  Object.fromEntries(values.map((value) => [value, key(value)]));

const fields: Readonly<Record<string, FieldWords>> = {
  wave: { sentence: ({ to }) => String(to) },
  name: { label: "rollout.form.name", value: "text" },
  goal: { label: "rollout.form.goal", value: "text" },
  ownerId: { label: "rollout.form.owner", value: "person" },
  ring: { label: "rollout.form.ring", value: "text" },
  plannedStart: { label: "rollout.form.start", value: "date" },
  plannedEnd: { label: "rollout.form.end", value: "date" },
  people: { label: "rollout.history.people", value: "text" },
  personIds: { label: "rollout.history.people", value: "person" },
  attendanceSource: {
    label: "attendance.source",
    value: "choice",
    choices: choices(attendanceSources, (source) => `attendance.source.${source}` as const),
  },
  attendedIds: { label: "rollout.history.people", value: "person" },
  text: { label: "rollout.raise.text", value: "text" },
  blocker: { label: "rollout.raise.text", value: "text" },
  title: { label: "rollout.training.title", value: "text" },
  startsAt: { label: "rollout.training.start", value: "instant" },
  places: { label: "rollout.training.places", value: "text" },
  against: { label: "rollout.history.against", value: "text" },
  decision: {
    label: "rollout.history.decision",
    value: "choice",
    choices: choices(decisionKinds, (kind) => `rollout.decision.${kind}` as const),
  },
  state: {
    label: "rollout.column.state",
    value: "choice",
    choices: choices(waveStates, (state) => `rollout.state.${state}` as const),
  },
  participantState: {
    label: "rollout.column.state",
    value: "choice",
    choices: choices(participantStates, (state) => `rollout.person.${state}` as const),
  },
};

/** Who decided, changed and answered what. */
export function RolloutHistory({ id }: { readonly id: string }) {
  const text = useText();
  const history = useHistory(getRolloutHistory, id, ["rollouts", "one", id, "history"]);
  return (
    <Section level={2} title={text("rollout.history")}>
      <RecordHistory history={history} fields={fields} />
    </Section>
  );
}
