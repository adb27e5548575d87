import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { Confirmed, PeopleBar, StateBadge } from "../rollouts/rollout-marks";
import { useEveryRollout } from "../rollouts/use-rollouts";
import { TeamLink } from "../teams/team-link";
import { HomeList } from "./home-list";

const useStyles = makeStyles({
  line: { display: "grid", gap: tokens.spacingVerticalXS, minWidth: 0 },
  head: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
});

const shown = 5;

/** What is being rolled out at this moment, and how far it is. */
export function HomeRollouts() {
  const text = useText();
  const styles = useStyles();
  const query = useEveryRollout();
  return (
    <HomeList
      title={text("home.rollouts")}
      none={text("home.rollouts.none")}
      query={query}
      itemsOf={(all) => all.filter(({ state }) => state === "running" || state === "paused").slice(0, shown)}
      keyOf={({ id }) => id}
      line={({ id, name, state, counts }) => (
        <div className={styles.line}>
          <div className={styles.head}>
            <TeamLink to={`/rollouts/${encodeURIComponent(id)}`}>{name}</TeamLink>
            <StateBadge state={state} />
          </div>
          <Confirmed counts={counts} />
          <PeopleBar counts={counts} />
        </div>
      )}
      all={{ to: "/rollouts", words: text("home.rollouts.all") }}
    />
  );
}
