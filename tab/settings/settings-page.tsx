import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { AgesSection } from "./ages-section";
import { CalendarSection } from "./calendar-section";
import { HomeTeamSection } from "./home-team/home-team-section";
import { LabelsSection } from "./labels-section";
import { OsSupportSection } from "./os-support-section";

const useStyles = makeStyles({
  sections: { display: "grid", rowGap: tokens.spacingVerticalXXXL, minWidth: 0 },
});

/** When people are written to, and the rules that devices are judged by; who may not change them may read them. */
export function SettingsPage() {
  const { can } = useMe();
  const text = useText();
  const styles = useStyles();
  if (!can["setting.read"]) return <NotFoundPage />;
  return (
    <>
      <PageHeader title={text("setting.title")} intro={text("setting.intro")} />
      <div className={styles.sections}>
        <CalendarSection />
        <HomeTeamSection />
        <LabelsSection />
        <AgesSection />
        <OsSupportSection />
      </div>
    </>
  );
}
