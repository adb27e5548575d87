import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useLocation, useNavigate } from "react-router";
import type { ListedPersonAnswer } from "../../src/contracts/person-contract";
import { sortableBy } from "../applications/sort-button";
import { useTeamOptions } from "../inventory/use-teams";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { InitialsMark } from "../shell/initials-mark";
import { keptSearch } from "../shell/kept-address";
import type { RowState, VirtualColumn } from "../shell/virtual-column";
import { VirtualTable } from "../shell/virtual-table";
import { personPlace, TeamLink } from "../teams/team-link";
import type { PeopleView } from "./people-view";

const useStyles = makeStyles({
  person: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { display: "flex", flexDirection: "column", minWidth: 0 },
  named: { display: "flex", alignItems: "baseline", columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  line: { display: "block", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", minWidth: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  heading: { whiteSpace: "nowrap" },
  left: { flexShrink: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorPaletteRedForeground1 },
});

interface TableProps {
  readonly people: readonly ListedPersonAnswer[];
  readonly total: number;
  readonly view: PeopleView;
  readonly onSort: (order: Pick<PeopleView, "sort" | "descending">) => void;
  readonly onNearEnd: () => void;
}

/** Below this width the team stands under the name. */
const teamFrom = 640;
const rowHeight = (width: number) => (width < teamFrom ? 80 : 56);

export function PeopleTable({ people, total, view, onSort, onNearEnd }: TableProps) {
  const text = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const columns = usePeopleColumns(view, onSort);
  const onOpen = (id: string) => void navigate({ pathname: personPlace(id), search: keptSearch(search) });
  return (
    <VirtualTable
      label={text("person.title")}
      items={people}
      {...{ columns, total, rowHeight, onOpen, onNearEnd }}
    />
  );
}

function usePeopleColumns(
  view: PeopleView,
  onSort: TableProps["onSort"],
): VirtualColumn<ListedPersonAnswer>[] {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const sortable = sortableBy(view, onSort);
  return [
    {
      key: "name",
      track: "minmax(0, 2fr)",
      from: 0,
      ...sortable("name", text("person.column")),
      cell: (person, row) => <PersonCell person={person} {...row} />,
    },
    {
      key: "team",
      track: "minmax(0, 1.5fr)",
      from: teamFrom,
      ...sortable("team", text("person.field.teamId")),
      cell: ({ teamId }, { active }) => (
        <span className={styles.line}>
          <TeamOf teamId={teamId} tabIndex={active ? 0 : -1} />
        </span>
      ),
    },
    {
      key: "devices",
      track: "minmax(84px, 0.5fr)",
      from: 0,
      heading: <span className={styles.heading}>{text("person.devices")}</span>,
      cell: ({ devices }) => format.number(devices),
    },
  ];
}

interface CellProps extends RowState {
  readonly person: ListedPersonAnswer;
}

function PersonCell({ person, active, width }: CellProps) {
  const { id, name, email, teamId, active: isHere } = person;
  const text = useText();
  const styles = useStyles();
  return (
    <span className={styles.person}>
      <InitialsMark name={name} small />
      <span className={styles.words}>
        <span className={styles.named}>
          <span className={styles.line} title={name}>
            <TeamLink to={personPlace(id)} tabIndex={-1}>
              {name}
            </TeamLink>
          </span>
          {!isHere && <span className={styles.left}>{text("person.left")}</span>}
        </span>
        <span className={mergeClasses(styles.line, styles.quiet)} title={email}>
          {email}
        </span>
        {width < teamFrom && (
          <span className={mergeClasses(styles.line, styles.quiet)}>
            <TeamOf teamId={teamId} tabIndex={active ? 0 : -1} />
          </span>
        )}
      </span>
    </span>
  );
}

interface TeamOfProps extends Pick<ListedPersonAnswer, "teamId"> {
  readonly tabIndex?: number;
}

/** The team by its name, as a link. */
export function TeamOf({ teamId, tabIndex = 0 }: TeamOfProps) {
  const text = useText();
  const { options } = useTeamOptions();
  if (teamId === null) return text("person.noTeam");
  const name = options.find((option) => option.id === teamId)?.name;
  return (
    name && (
      <TeamLink to={`/teams/${encodeURIComponent(teamId)}`} tabIndex={tabIndex}>
        {name}
      </TeamLink>
    )
  );
}
