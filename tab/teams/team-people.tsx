import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { exportPeople } from "../../src/contracts/export-contract";
import { ExportMenu } from "../export/export-menu";
import { useTeamOptions } from "../inventory/use-teams";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { InitialsMark } from "../shell/initials-mark";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { TeamCard } from "./team-card";
import { personPlace, TeamLink } from "./team-link";
import { useTeamPeople } from "./use-team";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(280px, 100%), 1fr))",
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  item: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    minHeight: "48px",
    minWidth: 0,
  },
  words: { display: "flex", flexDirection: "column", minWidth: 0 },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly id: string;
  readonly below: boolean;
  readonly total: number;
}

export function TeamPeople({ id, below, total }: Props) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { options } = useTeamOptions();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useTeamPeople(id, below);
  const people = data?.pages.flatMap((page) => page.items) ?? [];
  const teamName = (teamId: string | null) => options.find((option) => option.id === teamId)?.name ?? null;
  return (
    <TeamCard title={text("team.people")} aside={format.number(total)}>
      {isPending && <LoadingState rows={3} />}
      {error !== null && <ProblemMessage title={text("team.peopleFailed")} problem={error} />}
      {data !== undefined && people.length === 0 && <p className={styles.quiet}>{text("team.peopleNone")}</p>}
      <ul className={styles.list}>
        {people.map((person) => (
          <li key={person.id} className={styles.item}>
            <InitialsMark name={person.name} small />
            <span className={styles.words}>
              <TeamLink to={personPlace(person.id)}>{person.name}</TeamLink>
              <span className={styles.quiet}>
                {below ? (teamName(person.teamId) ?? person.email) : person.email}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        {hasNextPage && (
          <Button disabledFocusable={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {text("team.morePeople")}
          </Button>
        )}
        {people.length > 0 && (
          <ExportMenu
            endpoints={exportPeople}
            query={{ team: id, below: String(below), active: "true" }}
            label={text("team.exportPeople")}
          />
        )}
      </div>
    </TeamCard>
  );
}
