import { Text } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ContractAnswer, deleteContract } from "../../../src/contracts/supplier-contract";
import { call } from "../../call";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { SmallDialog } from "../../shell/small-dialog";
import { readApplicationsAgain } from "../application-cache";
import { ReasonField } from "./reason-field";

interface DialogProps {
  readonly contract: ContractAnswer;
  readonly onClose: () => void;
}

export function RemoveContractDialog({ contract, onClose }: DialogProps) {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const remove = useMutation({
    mutationFn: () =>
      call(deleteContract, {
        params: { id: contract.id },
        query: reason.trim() === "" ? {} : { reason: reason.trim() },
      }),
    onSuccess: async () => {
      onClose();
      await readApplicationsAgain(client);
    },
  });
  const which = [contract.supplier, contract.reference, contract.end && format.date(contract.end)];
  return (
    <SmallDialog
      title={text("application.contractRemoveTitle")}
      saveWords={text("application.remove")}
      problem={remove.error}
      pending={remove.isPending}
      onSave={() => remove.mutate()}
      onClose={onClose}
    >
      <Text block weight="semibold">
        {which.filter(Boolean).join(" · ")}
      </Text>
      <Text block>{text("application.contractRemoveText")}</Text>
      <ReasonField value={reason} onChange={setReason} />
    </SmallDialog>
  );
}
