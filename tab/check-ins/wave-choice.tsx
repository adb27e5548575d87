import { useText } from "../language/use-text";
import { useEveryRollout } from "../rollouts/use-rollouts";
import type { DraftFields } from "./check-in-draft";
import { ChoiceSelect } from "./choice-select";

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
    <ChoiceSelect
      label={text("checkInForm.waveName")}
      hint={text(
        data !== undefined && rollouts.length === 0 ? "checkInForm.noWaves" : "checkInForm.waveHint",
      )}
      choose={text("checkInForm.waveChoose")}
      problem={problem}
      choices={rollouts.map(({ id, name, waves }) => ({ id, name, items: waves }))}
      value={wave}
      onChange={(chosen) => onChange({ wave: chosen && { id: chosen.id, name: chosen.name } })}
    />
  );
}
