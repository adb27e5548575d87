import { Field, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { WaveDetailsAnswer } from "../../src/contracts/wave-contract";
import { participantStates } from "../../src/domain/rollout/participant";
import { useText } from "../language/use-text";
import { SmallDialog } from "../shell/small-dialog";
import { useAttend, useChangePeople, useTrainings } from "./use-rollouts";

interface Props {
  readonly wave: WaveDetailsAnswer;
  readonly personIds: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const attended = "attended:";

/** One change to all who were chosen: their state, that they help others, or that they were at a training. */
export function PeopleDialog({ wave, personIds, onDone, onClose }: Props) {
  const text = useText();
  const change = useChangePeople(wave.id);
  const attend = useAttend();
  const trainings = useTrainings(wave.rolloutId).data?.items ?? [];
  const [what, setWhat] = useState("trained");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const needsReason = what === "blocked" || what === "exempt";
  const lacking = needsReason && reason.trim() === "";
  const save = () => {
    setTried(true);
    if (lacking) return;
    if (what.startsWith(attended)) {
      attend.mutate({ id: what.slice(attended.length), personIds }, { onSuccess: onDone });
      return;
    }
    const state = participantStates.find((each) => each === what);
    const wanted = state === undefined ? { champion: what === "champion" } : { state };
    const why = needsReason ? { reason: reason.trim() } : {};
    change.mutate({ personIds: [...personIds], ...wanted, ...why }, { onSuccess: onDone });
  };
  return (
    <SmallDialog
      title={text("rollout.change.title", { count: personIds.length })}
      problem={change.error ?? attend.error}
      problemTitle={text("rollout.change.failed")}
      pending={change.isPending || attend.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Field label={text("rollout.change.what")}>
        <Select value={what} onChange={(_, { value }) => setWhat(value)}>
          {trainings.map(({ id, title }) => (
            <option key={id} value={`${attended}${id}`}>
              {text("rollout.change.attended", { title })}
            </option>
          ))}
          {participantStates.map((state) => (
            <option key={state} value={state}>
              {text("rollout.change.toState", { state: text(`rollout.person.${state}`) })}
            </option>
          ))}
          <option value="champion">{text("rollout.change.champion")}</option>
          <option value="no-champion">{text("rollout.change.noChampion")}</option>
        </Select>
      </Field>
      {needsReason && (
        <Field
          label={text("rollout.change.reason")}
          validationMessage={tried && lacking ? text("rollout.change.reasonMissing") : null}
          required
        >
          <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
        </Field>
      )}
    </SmallDialog>
  );
}
