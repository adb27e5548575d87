import { makeStyles, Switch, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { exportTeams } from "../../src/contracts/export-contract";
import type { TeamOverviewAnswer } from "../../src/contracts/team-contract";
import { CallProblem } from "../call-problem";
import { ExportMenu } from "../export/export-menu";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { TeamApplications } from "./team-applications";
import { TeamDevices } from "./team-devices";
import { TeamGaps } from "./team-gaps";
import { TeamHistory } from "./team-history";
import { TeamLicences } from "./team-licences";
import { TeamLink } from "./team-link";
import { TeamPeople } from "./team-people";
import { TeamRollouts } from "./team-rollouts";
import { TeamTiles } from "./team-tiles";
import { useTeamOverview } from "./use-team";

const useStyles = makeStyles({
  root: { minWidth: 0 },
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  pair: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(260px, 100%), 1fr))",
    gap: tokens.spacingVerticalM,
  },
  path: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalXS,
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    padding: 0,
    listStyle: "none",
    fontSize: tokens.fontSizeBase200,
  },
});

/** One team in full: what is missing first. */
export function TeamView({ id }: { readonly id: string }) {
  const styles = useStyles();
  const [below, setBelow] = useState(true);
  const { data, error, isPending, refetch } = useTeamOverview(id, below);
  if (error instanceof CallProblem && error.status === 404) return <NotFoundPage />;
  return (
    <div className={styles.root}>
      {isPending && <LoadingState rows={5} rowHeight={64} />}
      {error !== null && data === undefined && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Loaded overview={data} below={below} onBelow={setBelow} />}
    </div>
  );
}

interface LoadedProps {
  readonly overview: TeamOverviewAnswer;
  readonly below: boolean;
  readonly onBelow: (below: boolean) => void;
}

function Loaded({ overview, below, onBelow }: LoadedProps) {
  const styles = useStyles();
  const text = useText();
  const { team, above, managers, teamsBelow } = overview;
  const names = managers.map(({ name }) => name).join(", ");
  return (
    <>
      {above.length > 0 && <Path above={above} />}
      <PageHeader
        title={team.name}
        intro={names === "" ? text("team.unmanaged") : text("team.managedBy", { names })}
        actions={
          <>
            {teamsBelow > 0 && (
              <Switch
                label={text("team.withBelow", { count: teamsBelow })}
                checked={below}
                onChange={(_, { checked }) => onBelow(checked)}
              />
            )}
            <ExportMenu endpoints={exportTeams} query={{}} label={text("team.exportTeams")} />
          </>
        }
      />
      <div className={styles.parts}>
        <TeamTiles overview={overview} />
        <TeamGaps gaps={overview.gaps} />
        <TeamDevices overview={overview} linked={below || teamsBelow === 0} />
        <div className={styles.pair}>
          <TeamApplications overview={overview} kind="line-of-business" />
          <TeamApplications overview={overview} kind="productivity-tool" />
        </div>
        <div className={styles.pair}>
          <TeamLicences licences={overview.licences} />
          <TeamRollouts items={overview.rollouts.items} />
        </div>
        <TeamPeople id={team.id} below={below && teamsBelow > 0} total={overview.people.active} />
        <TeamHistory id={team.id} />
      </div>
    </>
  );
}

function Path({ above }: { readonly above: TeamOverviewAnswer["above"] }) {
  const styles = useStyles();
  const text = useText();
  return (
    <nav aria-label={text("team.pathLabel")}>
      <ol className={styles.path}>
        {above.map(({ id, name }) => (
          <li key={id}>
            <TeamLink to={`/teams/${encodeURIComponent(id)}`}>{name}</TeamLink> ›
          </li>
        ))}
      </ol>
    </nav>
  );
}
