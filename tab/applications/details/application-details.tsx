import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import {
  type ApplicationDetailAnswer,
  getApplicationHistory,
} from "../../../src/contracts/application-contract";
import { ApplicationDisclosure } from "../../disclosure/application-disclosure";
import { RecordHistory } from "../../history/record-history";
import { useHistory } from "../../history/use-history";
import { Section } from "../../inventory/details/section";
import { useText } from "../../language/use-text";
import { useMe } from "../../session/session";
import { applicationKeys } from "../application-cache";
import { ApplicationFacts } from "./application-facts";
import { applicationHistoryFields } from "./application-history-fields";
import { ContractFacts } from "./contract-facts";
import { IntegrationList } from "./integration-list";
import { LegacyRiskPanel } from "./legacy-risk-panel";
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
}

export function ApplicationDetails({ application, said, onOpen, onEdit }: DetailsProps) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
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
        </div>
      )}
      <ApplicationFacts application={application} onOpen={onOpen} />
      <ContractFacts contracts={application.contracts} />
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
