import { makeStyles, tokens } from "@fluentui/react-components";
import type { TeamApplicationAnswer, TeamOverviewAnswer } from "../../src/contracts/team-contract";
import type { ApplicationKind } from "../../src/domain/application/application";
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

interface Props {
  readonly overview: TeamOverviewAnswer;
  readonly kind: ApplicationKind;
}

/** What the team works in, and how. */
export function TeamApplications({ overview, kind }: Props) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const items = overview.applications.filter((application) => application.kind === kind);
  return (
    <TeamCard title={text(`team.kind.${kind}`)} aside={items.length > 0 && format.number(items.length)}>
      {items.length === 0 && (
        <p className={styles.quiet}>
          {text(kind === "productivity-tool" ? "team.productivityNone" : "team.businessNone")}
        </p>
      )}
      <ul className={styles.list}>
        {items.map((application) => (
          <li key={application.id} className={styles.item}>
            <Application application={application} several={overview.teamsBelow > 0} />
          </li>
        ))}
      </ul>
    </TeamCard>
  );
}

interface ApplicationProps {
  readonly application: TeamApplicationAnswer;
  readonly several: boolean;
}

function Application({ application, several }: ApplicationProps) {
  const styles = useStyles();
  const text = useText();
  const { id, name, uses, criticality, users, teams } = application;
  const words = [
    ...uses.map((use) => text(`team.use.${use}`)),
    ...(criticality === null ? [] : [text(`team.criticality.${criticality}`)]),
    users === null ? text("team.usersUnknown") : text("team.users", { count: users }),
    ...(several ? [text("team.inTeams", { count: teams })] : []),
  ];
  return (
    <>
      <TeamLink to={`/applications/${encodeURIComponent(id)}`}>{name}</TeamLink>
      <span className={styles.quiet}>{words.join(" · ")}</span>
    </>
  );
}
