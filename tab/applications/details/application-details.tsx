import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { useState } from "react";
import {
  type ApplicationDetailAnswer,
  getApplicationHistory,
} from "../../../src/contracts/application-contract";
import { ApplicationDisclosure } from "../../disclosure/application-disclosure";
import { RecordHistory } from "../../history/record-history";
import { useHistory } from "../../history/use-history";
import { Section } from "../../inventory/details/section";
import { useFocusReturn } from "../../inventory/use-focus-return";
import { useText } from "../../language/use-text";
import { useMe } from "../../session/session";
import { applicationKeys } from "../application-cache";
import { ApplicationFacts } from "./application-facts";
import { applicationHistoryFields } from "./application-history-fields";
import { ContractFacts } from "./contract-facts";
import { IntegrationList } from "./integration-list";
import { LegacyRiskPanel } from "./legacy-risk-panel";
import { RemoveDialog } from "./remove-dialog";
import { TeamUses } from "./team-uses";

const useStyles = makeStyles({
  actions: { display: "flex", columnGap: tokens.spacingHorizontalS },
});

interface DetailsProps {
  readonly application: ApplicationDetailAnswer;
  /** What was just done. */
  readonly said: string;
  readonly onOpen: (id: string) => void;
  readonly onEdit: () => void;
  readonly onRemoved: () => void;
}

export function ApplicationDetails({ application, said, onOpen, onEdit, onRemoved }: DetailsProps) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
  const [removing, setRemoving] = useState(false);
  const rememberOpener = useFocusReturn(removing);
  const history = useHistory(getApplicationHistory, application.id, applicationKeys.history(application.id));
  return (
    <>
      <div role="status">
        {said !== "" && (
          <MessageBar intent="success">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {can["application.change"] && (
        <div className={styles.actions}>
          <Button icon={<EditRegular />} onClick={onEdit}>
            {text("application.edit")}
          </Button>
          <Button
            icon={<DeleteRegular />}
            onClick={() => {
              rememberOpener();
              setRemoving(true);
            }}
          >
            {text("application.removeOpen")}
          </Button>
        </div>
      )}
      {removing && (
        <RemoveDialog
          application={application}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            setRemoving(false);
            onRemoved();
          }}
        />
      )}
      <ApplicationFacts application={application} onOpen={onOpen} />
      <ContractFacts application={application} />
      <TeamUses application={application} />
      <IntegrationList application={application} onOpen={onOpen} />
      <LegacyRiskPanel application={application} />
      <ApplicationDisclosure id={application.id} />
      <Section title={text("history.title")}>
        <RecordHistory history={history} fields={applicationHistoryFields} />
      </Section>
    </>
  );
}
