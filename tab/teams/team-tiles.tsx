import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { TeamOverviewAnswer } from "../../src/contracts/team-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  tiles: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(140px, 1fr))",
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  tile: {
    display: "flex",
    flexDirection: "column-reverse",
    justifyContent: "flex-end",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  value: {
    ...typographyStyles.title2,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2 },
  more: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: 1,
    color: tokens.colorNeutralForeground3,
    fontWeight: "normal",
  },
});

/** The figures of a team in short; each says how much is not known. */
export function TeamTiles({ overview: { people, devices } }: { readonly overview: TeamOverviewAnswer }) {
  const styles = useStyles();
  const text = useText();
  const deployable = devices.byStatus.find(({ status }) => status === "deployable")?.count ?? 0;
  return (
    <dl className={styles.tiles}>
      <Tile
        name={text("team.people")}
        value={people.active}
        more={people.left > 0 ? text("team.left", { count: people.left }) : null}
      />
      <Tile name={text("team.devices")} value={devices.total} />
      <Tile
        name={text("team.deployable")}
        value={deployable}
        more={text("team.ofTotal", { total: devices.total })}
      />
      <Tile name={text("team.unconfirmed")} value={devices.unconfirmed} />
      <Tile
        name={text("team.outOfWarranty")}
        value={devices.outOfWarranty}
        more={
          devices.warrantyUnknown > 0
            ? text("team.warrantyUnknown", { count: devices.warrantyUnknown })
            : null
        }
      />
    </dl>
  );
}

interface TileProps {
  readonly name: string;
  readonly value: number;
  readonly more?: string | null;
}

function Tile({ name, value, more = null }: TileProps) {
  const styles = useStyles();
  const format = useFormat();
  return (
    <div className={styles.tile}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>
        {format.number(value)} {more !== null && <span className={styles.more}>{more}</span>}
      </dd>
    </div>
  );
}
