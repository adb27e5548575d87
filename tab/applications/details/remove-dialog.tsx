import { Field, Input, Text } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ApplicationDetailAnswer, deleteApplication } from "../../../src/contracts/application-contract";
import { canRemove } from "../../../src/domain/application/removal";
import { call } from "../../call";
import { useText } from "../../language/use-text";
import { SmallDialog } from "../../shell/small-dialog";
import { applicationKeys } from "../application-cache";

interface DialogProps {
  readonly application: ApplicationDetailAnswer;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Says what goes along, or what stands in the way, before anything is removed. */
export function RemoveDialog({ application, onClose, onRemoved }: DialogProps) {
  const text = useText();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const { id, name, contracts, integrations, teams } = application;
  const may = canRemove({ contracts: contracts.length, integrations: integrations.length });
  const remove = useMutation({
    mutationFn: () =>
      call(deleteApplication, {
        params: { id },
        query: reason.trim() === "" ? {} : { reason: reason.trim() },
      }),
    onSuccess: async () => {
      onRemoved();
      client.removeQueries({ queryKey: applicationKeys.one(id) });
      await client.invalidateQueries({ queryKey: applicationKeys.all });
    },
  });
  return (
    <SmallDialog
      title={text("application.removeTitle", { name })}
      saveWords={text("application.remove")}
      problem={remove.error}
      pending={remove.isPending}
      blocked={!may}
      onSave={() => remove.mutate()}
      onClose={onClose}
    >
      <Text block>{text(may ? "application.removeText" : "application.removeBlocked")}</Text>
      {contracts.length > 0 && (
        <Text block>{text("application.removeContracts", { count: contracts.length })}</Text>
      )}
      {integrations.length > 0 && (
        <Text block>{text("application.removeIntegrations", { count: integrations.length })}</Text>
      )}
      {may && teams.length > 0 && (
        <Text block>
          {text("application.removeTeams", { teams: teams.map(({ teamName }) => teamName).join(", ") })}
        </Text>
      )}
      {may && (
        <Field label={text("application.judgeReason")}>
          <Input value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
        </Field>
      )}
    </SmallDialog>
  );
}
