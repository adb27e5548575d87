import { makeStyles, tokens } from "@fluentui/react-components";
import { Navigate } from "react-router";
import { useText } from "../language/use-text";
import { looksAfterOthers, useMe } from "../session/session";
import { PageHeader } from "../shell/page-header";
import { HomeFindings } from "./home-findings";
import { HomeQuestions } from "./home-questions";
import { HomeRenewals } from "./home-renewals";
import { HomeRollouts } from "./home-rollouts";
import { HomeTeams } from "./home-teams";

const useStyles = makeStyles({
  parts: {
    // Cards of unequal length, one below the other without gaps.
    columns: "420px 2",
    columnGap: tokens.spacingHorizontalL,
    minWidth: 0,
    "> *": { breakInside: "avoid", marginBottom: tokens.spacingVerticalL },
  },
});

/**
 * The first page of whoever looks after others: a manager's teams, and what there is to do, what is running and what has to be renewed as
 * far as they may see it. Everybody else begins at their own kit and questions.
 */
export function HomePage() {
  const text = useText();
  const styles = useStyles();
  const me = useMe();
  if (!looksAfterOthers(me)) return <Navigate to="/my-kit" replace />;
  return (
    <>
      <PageHeader title={text("home.title")} intro={text("home.intro")} />
      <div className={styles.parts}>
        <HomeQuestions />
        {me.managedTeamIds.length > 0 && <HomeTeams ids={me.managedTeamIds} />}
        {me.can["finding.read"] && <HomeFindings />}
        {me.can["rollout.read"] && <HomeRollouts />}
        {me.can["licence.read"] && <HomeRenewals />}
      </div>
    </>
  );
}
