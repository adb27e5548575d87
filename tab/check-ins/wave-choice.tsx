import { Field, Select } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { useEveryRollout } from "../rollouts/use-rollouts";
import type { DraftFields } from "./check-in-draft";

interface Props {
  readonly fields: Pick<DraftFields, "wave">;
  readonly onChange: (changed: Partial<DraftFields>) => void;
  readonly problem: string | null;
}

/** One wave of a rollout; its participants are asked. */
export function WaveChoice({ fields: { wave }, onChange, problem }: Props) {
  const text = useText();
  const { data } = useEveryRollout();
  const rollouts = (data ?? []).filter(({ waves }) => waves.length > 0);
  return (
    <Field
      label={text("checkInForm.waveName")}
      hint={text(
        data !== undefined && rollouts.length === 0 ? "checkInForm.noWaves" : "checkInForm.waveHint",
      )}
      validationMessage={problem}
      required
    >
      <Select
        value={wave?.id ?? ""}
        onChange={(_, { value }) => {
          const chosen = rollouts.flatMap(({ waves }) => waves).find(({ id }) => id === value);
          onChange({ wave: chosen ? { id: chosen.id, name: chosen.name } : null });
        }}
      >
        <option value="">{text("checkInForm.waveChoose")}</option>
        {rollouts.map(({ id, name, waves }) => (
          <optgroup key={id} label={name}>
            {waves.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
