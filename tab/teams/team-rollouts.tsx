import { makeStyles, tokens } from "@fluentui/react-components";
import type { TeamOverviewAnswer } from "../../src/contracts/team-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { TeamCard } from "./team-card";
import { TeamLink } from "./team-link";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  item: {
    display: "flex",
    flexDirection: "column",
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ":first-child": { borderTop: "none" },
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What is being rolled out to the people of the team, and how far they are. */
export function TeamRollouts({ items }: Pick<TeamOverviewAnswer["rollouts"], "items">) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  return (
    <TeamCard title={text("team.rollouts")} aside={items.length > 0 && format.number(items.length)}>
      {items.length === 0 && <p className={styles.quiet}>{text("team.rolloutsNone")}</p>}
      <ul className={styles.list}>
        {items.map(({ id, name, people, confirmed, blocked }) => (
          <li key={id} className={styles.item}>
            <TeamLink to={`/rollouts/${encodeURIComponent(id)}`}>{name}</TeamLink>
            <span className={styles.quiet}>
              {text("team.rolloutConfirmed", {
                confirmed: format.number(confirmed),
                people: format.number(people),
              })}
              {blocked > 0 && ` · ${text("team.rolloutBlocked", { blocked: format.number(blocked) })}`}
            </span>
          </li>
        ))}
      </ul>
    </TeamCard>
  );
}
