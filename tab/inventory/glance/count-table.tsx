import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { TeamCard } from "../../teams/team-card";
import { TeamLink } from "../../teams/team-link";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse" },
  cell: {
    padding: `${tokens.spacingVerticalXS} 0`,
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
  },
  name: { width: "38%", paddingInlineEnd: tokens.spacingHorizontalM },
  number: { width: "4em", textAlign: "end", fontVariantNumeric: "tabular-nums" },
  share: { width: "4em", textAlign: "end", color: tokens.colorNeutralForeground2 },
  bar: { display: "flex" },
  fill: {
    boxSizing: "border-box",
    height: "14px",
    minWidth: "2px",
    backgroundColor: tokens.colorBrandBackground,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusSmall,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText", forcedColorAdjust: "none" },
  },
  unknown: { backgroundColor: tokens.colorNeutralForeground4 },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

export interface CountRow {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

interface CountTableProps {
  readonly title: string;
  readonly rows: readonly CountRow[];
  readonly team: string | null;
  /** By which the inventory shows the devices of a row; absent where it cannot. */
  readonly filter?: "status" | "osSupport" | "replacement";
  /** The rows leave archived devices out. */
  readonly withoutArchived?: boolean;
}

/** Bars in a table: length, number and share say the same, and no colour says anything alone. */
export function CountTable(props: CountTableProps) {
  const { title, rows, team, filter, withoutArchived = false } = props;
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const shared = { ...(team === null ? {} : { team }), ...(withoutArchived ? { archived: "false" } : {}) };
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <TeamCard title={title}>
      <table className={styles.table} aria-label={title}>
        <thead className={styles.hidden}>
          <tr>
            <th scope="col">{text("glance.value")}</th>
            <th scope="col">{text("glance.count")}</th>
            <th scope="col">{text("glance.share")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, count }) => (
            <tr key={key}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                {filter === undefined || count === 0 ? (
                  name
                ) : (
                  <TeamLink to="/inventory" filters={{ ...shared, [filter]: key }}>
                    {name}
                  </TeamLink>
                )}
              </th>
              <td className={mergeClasses(styles.cell, styles.number)}>{format.number(count)}</td>
              <td className={mergeClasses(styles.cell, styles.share)}>{percent(count, total)}</td>
              <td className={styles.cell} aria-hidden>
                <span className={styles.bar} style={{ paddingInlineStart: tokens.spacingHorizontalM }}>
                  {count > 0 && (
                    <span
                      className={mergeClasses(
                        styles.fill,
                        (key === "unknown" || key === "none") && styles.unknown,
                      )}
                      style={{ width: `${(100 * count) / most}%` }}
                    />
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {withoutArchived && <Text size={200}>{text("glance.notArchived")}</Text>}
    </TeamCard>
  );
}

/** What is something never reads 0 %, and what is not all never 100 %. */
export function percent(count: number, total: number): string {
  if (total === 0 || count === 0) return "0%";
  const share = (100 * count) / total;
  if (share < 1) return "<1%";
  return share > 99 && count < total ? ">99%" : `${Math.round(share)}%`;
}
