import { Field, Input, Select } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type ApplicationDetailAnswer,
  putApplicationTeam,
} from "../../../src/contracts/application-contract";
import { criticalities } from "../../../src/domain/application/application";
import { uses } from "../../../src/domain/application/team-use";
import { call } from "../../call";
import { TeamPicker } from "../../inventory/team-picker";
import { useText } from "../../language/use-text";
import { SmallDialog } from "../../shell/small-dialog";
import { takeApplication } from "../application-cache";

interface DialogProps {
  readonly applicationId: string;
  /** Null to add a team. */
  readonly use: ApplicationDetailAnswer["teams"][number] | null;
  readonly onClose: () => void;
}

export function TeamUseDialog({ applicationId, use: before, onClose }: DialogProps) {
  const text = useText();
  const client = useQueryClient();
  const [teamId, setTeamId] = useState(before?.teamId ?? null);
  const [use, setUse] = useState(before?.use ?? "in-use");
  const [criticality, setCriticality] = useState(before?.criticality ?? null);
  const [people, setPeople] = useState(before?.userCount?.toString() ?? "");
  const [tried, setTried] = useState(false);
  const wrongNumber = !/^\d{0,6}$/.test(people.trim());
  const save = useMutation({
    mutationFn: () =>
      call(putApplicationTeam, {
        params: { id: applicationId, teamId: teamId ?? "" },
        body: { use, criticality, userCount: people.trim() === "" ? null : Number(people) },
      }),
    onSuccess: async (saved) => {
      onClose();
      await takeApplication(client, saved);
    },
  });
  const submit = () => {
    setTried(true);
    if (teamId !== null && !wrongNumber) save.mutate();
  };
  const wrong = (message: string) => ({ validationState: "error" as const, validationMessage: message });
  return (
    <SmallDialog
      title={before?.teamName ?? text("application.teamTitle")}
      problem={save.error}
      pending={save.isPending}
      onSave={submit}
      onClose={onClose}
    >
      {before === null && (
        <Field
          label={text("application.field.teamId")}
          required
          {...(tried && teamId === null && wrong(text("application.required")))}
        >
          <TeamPicker placeholder={text("inventory.noTeam")} value={teamId} onChange={setTeamId} />
        </Field>
      )}
      <Field label={text("application.field.use")}>
        <Select value={use} onChange={(_, { value }) => setUse(uses.find((each) => each === value) ?? use)}>
          {uses.map((each) => (
            <option key={each} value={each}>
              {text(`application.use.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text("application.field.criticality")}>
        <Select
          value={criticality ?? ""}
          onChange={(_, { value }) => setCriticality(criticalities.find((each) => each === value) ?? null)}
        >
          <option value="">{text("application.notRecorded")}</option>
          {criticalities.map((each) => (
            <option key={each} value={each}>
              {text(`application.criticality.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={text("application.field.userCount")}
        {...(tried && wrongNumber && wrong(text("application.invalid.number")))}
      >
        <Input inputMode="numeric" value={people} onChange={(_, { value }) => setPeople(value)} />
      </Field>
    </SmallDialog>
  );
}
