import { makeStyles, tokens } from "@fluentui/react-components";
import type { ListedPersonAnswer } from "../../src/contracts/person-contract";
import { type Column, DataTable } from "../applications/data-table";
import { sortableBy } from "../applications/sort-button";
import { useTeamOptions } from "../inventory/use-teams";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { InitialsMark } from "../shell/initials-mark";
import { personPlace, TeamLink } from "../teams/team-link";
import type { PeopleView } from "./people-view";

const useStyles = makeStyles({
  person: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { display: "flex", flexDirection: "column", minWidth: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  heading: { whiteSpace: "nowrap" },
  /** The team has no column of its own there. */
  narrow: {
    display: "none",
    fontSize: tokens.fontSizeBase200,
    "@media (max-width: 720px)": { display: "inline" },
  },
  left: { fontSize: tokens.fontSizeBase200, color: tokens.colorPaletteRedForeground1 },
});

interface TableProps {
  readonly people: readonly ListedPersonAnswer[];
  readonly view: PeopleView;
  readonly onSort: (order: Pick<PeopleView, "sort" | "descending">) => void;
}

export function PeopleTable({ people, view, onSort }: TableProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const sortable = sortableBy(view, onSort);
  const columns: Column<ListedPersonAnswer>[] = [
    {
      key: "name",
      ...sortable("name", text("person.column")),
      cell: (person) => <PersonCell person={person} />,
    },
    {
      key: "team",
      ...sortable("team", text("person.field.teamId")),
      room: "wide",
      cell: ({ teamId }) => <TeamOf teamId={teamId} />,
    },
    {
      key: "devices",
      heading: <span className={styles.heading}>{text("person.devices")}</span>,
      cell: ({ devices }) => format.number(devices),
    },
  ];
  return <DataTable label={text("person.title")} columns={columns} items={people} />;
}

function PersonCell({
  person: { id, name, email, teamId, active },
}: {
  readonly person: ListedPersonAnswer;
}) {
  const text = useText();
  const styles = useStyles();
  return (
    <span className={styles.person}>
      <InitialsMark name={name} small />
      <span className={styles.words}>
        <TeamLink to={personPlace(id)}>{name}</TeamLink>
        <span className={styles.quiet}>{email}</span>
        <span className={styles.narrow}>
          <TeamOf teamId={teamId} />
        </span>
        {!active && <span className={styles.left}>{text("person.left")}</span>}
      </span>
    </span>
  );
}

/** The team by its name, as a link. */
export function TeamOf({ teamId }: Pick<ListedPersonAnswer, "teamId">) {
  const text = useText();
  const { options } = useTeamOptions();
  if (teamId === null) return text("person.noTeam");
  const name = options.find((option) => option.id === teamId)?.name;
  return name && <TeamLink to={`/teams/${encodeURIComponent(teamId)}`}>{name}</TeamLink>;
}
