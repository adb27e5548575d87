import { Field, Radio, RadioGroup, Text, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { WaveDetailsAnswer } from "../../src/contracts/wave-contract";
import { useText } from "../language/use-text";
import { SmallDialog } from "../shell/small-dialog";
import { useDecide } from "./use-rollouts";

interface Props {
  readonly wave: WaveDetailsAnswer;
  /** Whether all gates pass as they are shown. */
  readonly passes: boolean;
  readonly onClose: () => void;
}

/** Go or no-go, and why. */
export function DecisionDialog({ wave, passes, onClose }: Props) {
  const text = useText();
  const decide = useDecide(wave.id);
  const [decision, setDecision] = useState<"go" | "no-go">("go");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if (reason.trim() !== "") decide.mutate({ decision, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <SmallDialog
      title={text("rollout.decide.title", { wave: wave.name })}
      problem={decide.error}
      problemTitle={text("rollout.decide.failed")}
      pending={decide.isPending}
      saveWords={text("rollout.decide.save")}
      onSave={save}
      onClose={onClose}
    >
      <RadioGroup
        aria-label={text("rollout.decide")}
        value={decision}
        onChange={(_, { value }) => setDecision(value === "go" ? "go" : "no-go")}
      >
        <Radio value="go" label={text("rollout.decide.go")} />
        <Radio value="no-go" label={text("rollout.decide.no-go")} />
      </RadioGroup>
      {decision === "go" && !passes && <Text role="status">{text("rollout.decide.against")}</Text>}
      <Field
        label={text("rollout.decide.reason")}
        validationMessage={tried && reason.trim() === "" ? text("rollout.decide.reasonMissing") : null}
        required
      >
        <Textarea value={reason} maxLength={1000} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </SmallDialog>
  );
}
