import { Field, Input, Select } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ApplicationDetailAnswer } from "../../../src/contracts/application-contract";
import { changeContract, createContract } from "../../../src/contracts/supplier-contract";
import { renewals } from "../../../src/domain/application/contract";
import { call } from "../../call";
import { useText } from "../../language/use-text";
import { SmallDialog } from "../../shell/small-dialog";
import { readApplicationsAgain } from "../application-cache";
import { bodyOf, type ContractField, draftOf, problemsOf } from "./contract-draft";
import { ReasonField } from "./reason-field";

interface DialogProps {
  readonly application: ApplicationDetailAnswer;
  /** Null for another contract of the application. */
  readonly contract: ApplicationDetailAnswer["contracts"][number] | null;
  readonly onClose: () => void;
}

const inputs = [
  { field: "supplier", label: "application.field.supplier", longest: 200 },
  { field: "reference", label: "application.field.contract.reference", longest: 200 },
  { field: "start", label: "application.field.contract.start", type: "date" },
  { field: "end", label: "application.field.contract.end", type: "date" },
  { field: "noticeDays", label: "application.field.contract.noticeDays", longest: 4 },
  { field: "value", label: "application.field.contract.value", longest: 15 },
] as const;

/** One contract of several that an application may have. */
export function ContractDialog({ application, contract, onClose }: DialogProps) {
  const text = useText();
  const client = useQueryClient();
  const [base] = useState(() => draftOf(contract));
  const [draft, setDraft] = useState(base);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const problems = tried ? problemsOf(draft) : {};
  const set = (field: ContractField, value: string) => setDraft((now) => ({ ...now, [field]: value }));
  const save = useMutation({
    mutationFn: () => {
      const body = bodyOf(base, draft, contract?.value?.currency);
      if (contract === null)
        return call(createContract, { body: { applicationId: application.id, ...body } });
      const why = reason.trim() === "" ? {} : { reason: reason.trim() };
      return call(changeContract, {
        params: { id: contract.id },
        body: { ...body, ...why },
        etag: contract.etag,
      });
    },
    onSuccess: async () => {
      onClose();
      await readApplicationsAgain(client);
    },
  });
  const submit = () => {
    setTried(true);
    if (Object.keys(problemsOf(draft)).length === 0) save.mutate();
  };
  return (
    <SmallDialog
      title={text(contract === null ? "application.contractNew" : "application.contractChange", {
        name: application.name,
      })}
      problem={save.error}
      pending={save.isPending}
      onSave={submit}
      onClose={onClose}
    >
      {inputs.map(({ field, label, ...rest }) => {
        const problem = problems[field];
        return (
          <Field
            key={field}
            label={text(label)}
            {...(problem !== undefined && {
              validationState: "error" as const,
              validationMessage: text(`application.invalid.${problem}`),
            })}
          >
            <Input
              type={"type" in rest ? rest.type : "text"}
              {...("longest" in rest && { maxLength: rest.longest })}
              value={draft[field]}
              onChange={(_, { value }) => set(field, value)}
            />
          </Field>
        );
      })}
      <Field label={text("application.field.contract.renewal")}>
        <Select value={draft.renewal} onChange={(_, { value }) => set("renewal", value)}>
          <option value="">{text("application.notRecorded")}</option>
          {renewals.map((renewal) => (
            <option key={renewal} value={renewal}>
              {text(`application.renewal.${renewal}`)}
            </option>
          ))}
        </Select>
      </Field>
      {contract !== null && <ReasonField value={reason} onChange={setReason} />}
    </SmallDialog>
  );
}
