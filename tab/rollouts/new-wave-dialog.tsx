import { Field, Input, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { type Measure, measures } from "../../src/domain/rollout/gate";
import { type Ring, rings } from "../../src/domain/rollout/wave";
import type { Chosen } from "../check-ins/check-in-draft";
import { TeamChoice } from "../check-ins/team-choice";
import { useText } from "../language/use-text";
import { SmallDialog } from "../shell/small-dialog";
import { useAddWave } from "./use-rollouts";
import { emptyWave, missingIn, type WaveFields, wantedOf } from "./wave-draft";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(130px, 1fr))",
    gap: tokens.spacingHorizontalM,
  },
  gates: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    border: "none",
    minWidth: 0,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly rolloutId: string;
  /** When the vendor wants it done. */
  readonly endBy?: string | null;
  readonly onClose: () => void;
}

/** Who gets it together, when, and what has to be so before. */
export function NewWaveDialog({ rolloutId, endBy = null, onClose }: Props) {
  const text = useText();
  const styles = useStyles();
  const add = useAddWave(rolloutId);
  const [fields, setFields] = useState<WaveFields>(() => emptyWave(new Date(), endBy));
  const [tried, setTried] = useState(false);
  const missing = missingIn(fields);
  const change = (changed: Partial<WaveFields>) => setFields((before) => ({ ...before, ...changed }));
  const wrong = (field: "name" | "teams" | "dates", key: Parameters<typeof text>[0]) =>
    tried && missing.has(field) ? text(key) : null;
  const save = () => {
    setTried(true);
    if (missing.size === 0) add.mutate(wantedOf(fields), { onSuccess: onClose });
  };
  return (
    <SmallDialog
      title={text("rollout.addWave")}
      problem={add.error}
      problemTitle={text("rollout.form.failed")}
      pending={add.isPending}
      saveWords={text("rollout.form.plan")}
      onSave={save}
      onClose={onClose}
    >
      <Field
        label={text("rollout.form.name")}
        validationMessage={wrong("name", "rollout.form.nameMissing")}
        required
      >
        <Input value={fields.name} maxLength={200} onChange={(_, { value }) => change({ name: value })} />
      </Field>
      <Field label={text("rollout.form.ring")}>
        <Select value={fields.ring} onChange={(_, { value }) => change({ ring: value as Ring })}>
          {rings.map((ring) => (
            <option key={ring} value={ring}>
              {text(`rollout.ring.${ring}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.row}>
        <Field label={text("rollout.form.start")} required>
          <Input type="date" value={fields.start} onChange={(_, { value }) => change({ start: value })} />
        </Field>
        <Field
          label={text("rollout.form.end")}
          validationMessage={wrong("dates", "rollout.form.datesMissing")}
          required
        >
          <Input type="date" value={fields.end} onChange={(_, { value }) => change({ end: value })} />
        </Field>
      </div>
      <TeamChoice
        fields={fields}
        onChange={({ teams, includeBelow }: { teams?: readonly Chosen[]; includeBelow?: boolean }) =>
          change({
            ...(teams !== undefined && { teams }),
            ...(includeBelow !== undefined && { includeBelow }),
          })
        }
        problem={wrong("teams", "rollout.form.teamMissing")}
      />
      <Gates thresholds={fields.thresholds} onChange={(thresholds) => change({ thresholds })} />
    </SmallDialog>
  );
}

interface GatesProps {
  readonly thresholds: WaveFields["thresholds"];
  readonly onChange: (thresholds: WaveFields["thresholds"]) => void;
}

function Gates({ thresholds, onChange }: GatesProps) {
  const text = useText();
  const styles = useStyles();
  const set = (measure: Measure, value: string) => onChange({ ...thresholds, [measure]: value });
  return (
    <fieldset className={styles.gates}>
      <legend className={styles.legend}>{text("rollout.form.gates")}</legend>
      <Text size={200} className={styles.hint}>
        {text("rollout.form.gatesHint")}
      </Text>
      {measures.map((measure) => (
        <Field key={measure} label={text(`rollout.measure.${measure}`)} orientation="horizontal">
          {measure === "accessibility" ? (
            <Select value={thresholds[measure]} onChange={(_, { value }) => set(measure, value)}>
              <option value="">–</option>
              {["A", "AA", "AAA"].map((level) => (
                <option key={level} value={level}>
                  {level}
                </option>
              ))}
            </Select>
          ) : (
            <Input
              type="number"
              min={0}
              max={measure === "open-blockers" ? 1000 : 100}
              contentAfter={measure === "open-blockers" ? "" : "%"}
              value={thresholds[measure]}
              onChange={(_, { value }) => set(measure, value)}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}
