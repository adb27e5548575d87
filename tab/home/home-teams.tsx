import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { TeamCard } from "../teams/team-card";
import { TeamLink } from "../teams/team-link";
import { useTeamOverview } from "../teams/use-team";

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyle: "none" },
  line: { display: "grid", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Managers of more see the others on the page of teams. */
const shown = 5;

/** A manager's teams at a glance, those below counted in. */
export function HomeTeams({ ids }: { readonly ids: readonly string[] }) {
  const text = useText();
  const styles = useStyles();
  const title = text("home.teams");
  return (
    <TeamCard title={title} aside={<TeamLink to="/teams">{text("home.teams.all")}</TeamLink>}>
      <ul className={styles.list} aria-label={title}>
        {ids.slice(0, shown).map((id) => (
          <li key={id}>
            <OneTeam id={id} />
          </li>
        ))}
      </ul>
    </TeamCard>
  );
}

function OneTeam({ id }: { readonly id: string }) {
  const text = useText();
  const styles = useStyles();
  const query = useTeamOverview(id, true);
  if (query.isPending) return <LoadingState rows={1} rowHeight={40} />;
  if (query.isError) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  const { team, people, devices, rollouts, gaps } = query.data;
  const missing = gaps.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    text("home.team.people", { count: people.active }),
    text("home.team.devices", { count: devices.total }),
    missing === 0 ? text("home.team.noGaps") : text("home.team.gaps", { count: missing }),
    ...(rollouts.items.length > 0 ? [text("home.team.rollouts", { count: rollouts.items.length })] : []),
  ];
  return (
    <div className={styles.line}>
      <TeamLink to={`/teams/${encodeURIComponent(id)}`}>{team.name}</TeamLink>
      <Text size={200} className={styles.quiet}>
        {parts.join(" · ")}
      </Text>
    </div>
  );
}
