import { Field, Input, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { PersonAnswer } from "../../src/contracts/person-contract";
import type { RolloutDetailsAnswer } from "../../src/contracts/rollout-contract";
import { ApplicationPicker } from "../applications/form/application-picker";
import { PersonPicker } from "../inventory/person-picker";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { SmallDialog } from "../shell/small-dialog";
import { usePlan } from "./use-rollouts";

/** What a new rollout begins with. */
export interface RolloutBeginning {
  readonly vendorChangeId: string;
  readonly name: string;
  readonly goal: string;
  readonly application: { readonly id: string; readonly name: string } | null;
}

/** As long as they may be. */
const [longestName, longestGoal] = [200, 1000];

interface Props {
  readonly draft?: RolloutBeginning;
  readonly onClose: () => void;
  readonly onPlanned: (planned: RolloutDetailsAnswer) => void;
}

/** What people get, and who answers for it. */
export function NewRolloutDialog({ draft, onClose, onPlanned }: Props) {
  const text = useText();
  const { person: me } = useMe();
  const plan = usePlan();
  const [name, setName] = useState(draft?.name.slice(0, longestName) ?? "");
  const [goal, setGoal] = useState(draft?.goal.slice(0, longestGoal) ?? "");
  const [kind, setKind] = useState("application");
  const [application, setApplication] = useState<{ id: string; name: string } | null>(
    draft?.application ?? null,
  );
  const [model, setModel] = useState("");
  const [owner, setOwner] = useState<Pick<PersonAnswer, "id" | "name"> | null>(me);
  const [tried, setTried] = useState(false);
  const subject =
    kind === "application"
      ? application && { applicationId: application.id }
      : model.trim() === ""
        ? null
        : { deviceModel: model.trim() };
  const save = () => {
    setTried(true);
    if (name.trim() === "" || subject === null || owner === null) return;
    const madeOf = draft === undefined ? {} : { vendorChangeId: draft.vendorChangeId };
    const wanted = { name: name.trim(), goal: goal.trim() || null, subject, ownerId: owner.id, ...madeOf };
    plan.mutate(wanted, { onSuccess: onPlanned });
  };
  const wrong = (is: boolean, key: Parameters<typeof text>[0]) => (tried && is ? text(key) : null);
  return (
    <SmallDialog
      title={text("rollout.new")}
      problem={plan.error}
      problemTitle={text("rollout.form.failed")}
      pending={plan.isPending}
      saveWords={text("rollout.form.plan")}
      onSave={save}
      onClose={onClose}
    >
      <Field
        label={text("rollout.form.name")}
        validationMessage={wrong(name.trim() === "", "rollout.form.nameMissing")}
        required
      >
        <Input value={name} maxLength={longestName} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field label={text("rollout.form.of")}>
        <RadioGroup layout="horizontal" value={kind} onChange={(_, { value }) => setKind(value)}>
          <Radio value="application" label={text("rollout.form.application")} />
          <Radio value="model" label={text("rollout.form.model")} />
        </RadioGroup>
      </Field>
      <Field
        label={text(kind === "application" ? "rollout.form.application" : "rollout.form.model")}
        validationMessage={wrong(subject === null, "rollout.form.subjectMissing")}
        required
      >
        {kind === "application" ? (
          <ApplicationPicker value={application} onChange={setApplication} />
        ) : (
          <Input value={model} maxLength={200} onChange={(_, { value }) => setModel(value)} />
        )}
      </Field>
      <Field
        label={text("rollout.form.owner")}
        validationMessage={wrong(owner === null, "rollout.form.ownerMissing")}
        required
      >
        <PersonPicker value={owner} onChange={setOwner} />
      </Field>
      <Field label={text("rollout.form.goal")}>
        <Textarea value={goal} maxLength={longestGoal} onChange={(_, { value }) => setGoal(value)} />
      </Field>
    </SmallDialog>
  );
}
