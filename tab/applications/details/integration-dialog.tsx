import { Field, Input, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ApplicationDetailAnswer } from "../../../src/contracts/application-contract";
import { createIntegration } from "../../../src/contracts/integration-contract";
import { integrationMethods } from "../../../src/domain/application/integration";
import { call } from "../../call";
import { useText } from "../../language/use-text";
import { SmallDialog } from "../../shell/small-dialog";
import { readApplicationsAgain } from "../application-cache";
import { ApplicationPicker } from "../form/application-picker";

interface DialogProps {
  readonly application: ApplicationDetailAnswer;
  readonly onClose: () => void;
}

export function IntegrationDialog({ application, onClose }: DialogProps) {
  const text = useText();
  const client = useQueryClient();
  const [other, setOther] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [sends, setSends] = useState(true);
  const [data, setData] = useState("");
  const [method, setMethod] = useState<(typeof integrationMethods)[number]>("api");
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: (otherId: string) => {
      const [fromId, toId] = sends ? [application.id, otherId] : [otherId, application.id];
      return call(createIntegration, { body: { fromId, toId, data: data.trim(), method } });
    },
    onSuccess: async () => {
      onClose();
      await readApplicationsAgain(client);
    },
  });
  const submit = () => {
    setTried(true);
    if (other !== null && data.trim() !== "") save.mutate(other.id);
  };
  const missing = { validationState: "error" as const, validationMessage: text("application.required") };
  return (
    <SmallDialog
      title={text("application.integrationTitle")}
      problem={save.error}
      pending={save.isPending}
      onSave={submit}
      onClose={onClose}
    >
      <RadioGroup
        aria-label={application.name}
        layout="horizontal"
        value={sends ? "to" : "from"}
        onChange={(_, { value }) => setSends(value === "to")}
      >
        <Radio value="to" label={text("application.field.toId")} />
        <Radio value="from" label={text("application.field.fromId")} />
      </RadioGroup>
      <Field
        label={text("application.column.application")}
        required
        {...(tried && other === null && missing)}
      >
        <ApplicationPicker value={other} onChange={setOther} />
      </Field>
      <Field label={text("application.field.data")} required {...(tried && data.trim() === "" && missing)}>
        <Input maxLength={500} value={data} onChange={(_, { value }) => setData(value)} />
      </Field>
      <Field label={text("application.field.method")}>
        <Select
          value={method}
          onChange={(_, { value }) => setMethod(integrationMethods.find((each) => each === value) ?? method)}
        >
          {integrationMethods.map((each) => (
            <option key={each} value={each}>
              {text(`application.method.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
    </SmallDialog>
  );
}
