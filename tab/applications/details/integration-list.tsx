import { Button, Text } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ApplicationDetailAnswer } from "../../../src/contracts/application-contract";
import { deleteIntegration, type IntegrationAnswer } from "../../../src/contracts/integration-contract";
import { call } from "../../call";
import { Section } from "../../inventory/details/section";
import { useFocusReturn } from "../../inventory/use-focus-return";
import { useText } from "../../language/use-text";
import { ProblemMessage } from "../../shell/problem-message";
import { readApplicationsAgain } from "../application-cache";
import { OpenLink } from "../open-link";
import { IntegrationDialog } from "./integration-dialog";
import { LineList } from "./line-list";

interface ListProps {
  readonly application: ApplicationDetailAnswer;
  readonly onOpen: (id: string) => void;
}

/** What an application sends and receives. */
export function IntegrationList({ application, onOpen }: ListProps) {
  const text = useText();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const rememberOpener = useFocusReturn(adding);
  const remove = useMutation({
    mutationFn: (id: string) => call(deleteIntegration, { params: { id } }),
    onSuccess: () => readApplicationsAgain(client),
  });
  return (
    <Section title={text("application.sectionIntegrations")}>
      {remove.error !== null && (
        <ProblemMessage title={text("inventory.actionFailed")} problem={remove.error} />
      )}
      <LineList
        empty={text("application.noIntegrations")}
        add={text("application.addIntegration")}
        onAdd={() => {
          rememberOpener();
          setAdding(true);
        }}
        items={application.integrations.map((integration) => ({
          key: integration.id,
          first: <Direction integration={integration} own={application.id} onOpen={onOpen} />,
          second: `${integration.data} · ${text(`application.method.${integration.method}`)}`,
          actions: (
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={text("application.removeIntegration", {
                from: integration.fromName,
                to: integration.toName,
              })}
              disabledFocusable={remove.isPending}
              onClick={() => remove.mutate(integration.id)}
            />
          ),
        }))}
      />
      {adding && <IntegrationDialog application={application} onClose={() => setAdding(false)} />}
    </Section>
  );
}

interface DirectionProps {
  readonly integration: IntegrationAnswer;
  readonly own: string;
  readonly onOpen: (id: string) => void;
}

function Direction({ integration, own, onOpen }: DirectionProps) {
  const text = useText();
  const sends = integration.fromId === own;
  const other = sends
    ? { id: integration.toId, name: integration.toName }
    : { id: integration.fromId, name: integration.fromName };
  return (
    <>
      <Text>{text(sends ? "application.field.toId" : "application.field.fromId")}: </Text>
      <OpenLink name={other.name} onOpen={() => onOpen(other.id)} />
    </>
  );
}
