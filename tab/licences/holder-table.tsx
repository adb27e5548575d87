import { Badge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useLocation, useNavigate } from "react-router";
import type { LicenceHolderAnswer } from "../../src/contracts/licence-contract";
import type { UseBand } from "../../src/domain/licence/use-band";
import { useFormat } from "../language/use-format";
import { type Text, useText } from "../language/use-text";
import { TeamOf } from "../people/people-table";
import { keptSearch } from "../shell/kept-address";
import type { VirtualColumn } from "../shell/virtual-column";
import { VirtualTable } from "../shell/virtual-table";
import { personPlace, TeamLink } from "../teams/team-link";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", minWidth: 0 },
  line: { display: "block", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", minWidth: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  /** As many lines as the height of a row has room for. */
  few: { display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: "5", overflow: "hidden" },
  band: { whiteSpace: "nowrap" },
});

const colours = {
  active: "success",
  light: "success",
  dormant: "warning",
  never: "warning",
  unknown: "informative",
} as const satisfies Record<UseBand, string>;

/** Below these widths the way stands under the name, and the team is left to the person's own page. */
const wayFrom = 560;
const teamFrom = 860;
const rowHeight = (width: number) => (width < wayFrom ? 164 : 84);

type Row = LicenceHolderAnswer & { readonly id: string };

interface TableProps {
  readonly holders: readonly LicenceHolderAnswer[];
  readonly total: number;
  readonly onNearEnd: () => void;
}

/** However many hold it, only those in sight are drawn. */
export function HolderTable({ holders, total, onNearEnd }: TableProps) {
  const text = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const columns = useHolderColumns();
  const items = holders.map((holder) => ({ ...holder, id: holder.personId }));
  const onOpen = (id: string) => void navigate({ pathname: personPlace(id), search: keptSearch(search) });
  return (
    <VirtualTable
      label={text("licence.one.holdersTitle")}
      {...{ columns, items, total, rowHeight, onOpen, onNearEnd }}
    />
  );
}

function useHolderColumns(): VirtualColumn<Row>[] {
  const text = useText();
  const styles = useStyles();
  return [
    {
      key: "person",
      track: "minmax(0, 2fr)",
      from: 0,
      heading: text("person.column"),
      cell: (holder, { width }) => <Holder holder={holder} withWay={width < wayFrom} />,
    },
    {
      key: "team",
      track: "minmax(0, 1.2fr)",
      from: teamFrom,
      heading: text("person.field.teamId"),
      cell: ({ teamId }, { active }) => (
        <span className={styles.line}>
          <TeamOf teamId={teamId} tabIndex={active ? 0 : -1} />
        </span>
      ),
    },
    {
      key: "how",
      track: "minmax(0, 1.8fr)",
      from: wayFrom,
      heading: text("licence.one.how"),
      cell: (holder) => <Way holder={holder} />,
    },
    {
      key: "use",
      track: "minmax(118px, 1fr)",
      from: 0,
      heading: text("licence.one.use"),
      cell: (holder) => <Use holder={holder} />,
    },
  ];
}

interface Props {
  readonly holder: LicenceHolderAnswer;
}

function Holder({ holder, withWay }: Props & { readonly withWay: boolean }) {
  const text = useText();
  const styles = useStyles();
  const { personId, name, email, accountEnabled } = holder;
  return (
    <span className={styles.stack}>
      <span className={styles.line} title={name}>
        <TeamLink to={personPlace(personId)} tabIndex={-1}>
          {name}
        </TeamLink>
      </span>
      <span className={mergeClasses(styles.line, styles.quiet)} title={email}>
        {email}
      </span>
      {!accountEnabled && (
        <span
          className={mergeClasses(styles.quiet, withWay ? styles.few : styles.line)}
          title={text("licence.one.disabledAccount")}
        >
          {text("licence.one.disabledAccount")}
        </span>
      )}
      {withWay && <Way holder={holder} />}
    </span>
  );
}

/** How the seat came to the person. */
function Way({ holder }: Props) {
  const text = useText();
  const styles = useStyles();
  const words = wayWords(holder, text);
  return (
    <span className={mergeClasses(styles.few, styles.quiet)} title={words}>
      {words}
    </span>
  );
}

function wayWords({ assignedBy, groups }: LicenceHolderAnswer, text: Text): string {
  const direct = assignedBy.includes("direct");
  if (groups.length === 0) return text("licence.one.direct");
  const names = groups.flatMap(({ name }) => name ?? []).join(", ");
  if (names === "") return text(direct ? "licence.one.both" : "licence.one.group");
  return text(direct ? "licence.one.bothNamed" : "licence.one.groupNamed", { groups: names });
}

function Use({ holder: { useBand, lastUsedAt } }: Props) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  return (
    <span className={styles.stack}>
      <span>
        <Badge className={styles.band} appearance="tint" color={colours[useBand]}>
          {text(`licence.band.${useBand}`)}
        </Badge>
      </span>
      {lastUsedAt !== null && (
        <span className={styles.quiet}>
          {text("licence.one.lastUsed")} {format.date(lastUsedAt)}
        </span>
      )}
    </span>
  );
}
