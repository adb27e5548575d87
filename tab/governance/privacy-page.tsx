import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { LeaversSection } from "./leavers-section";
import { PersonSection } from "./person-section";
import { RetentionSection } from "./retention-section";

const useStyles = makeStyles({
  sections: { display: "grid", rowGap: tokens.spacingVerticalXXXL, minWidth: 0 },
});

/** For administrators: what the law asks of a council about the data that it keeps. */
export function PrivacyPage() {
  const { can } = useMe();
  const text = useText();
  const styles = useStyles();
  if (!can["retention.change"]) return <NotFoundPage />;
  return (
    <>
      <PageHeader title={text("governance.privacy.title")} intro={text("governance.privacy.intro")} />
      <div className={styles.sections}>
        <PersonSection />
        <LeaversSection />
        <RetentionSection />
      </div>
    </>
  );
}
