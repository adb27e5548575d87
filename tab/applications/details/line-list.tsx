import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import type { ReactNode } from "react";
import { useMe } from "../../session/session";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  item: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalSNudge} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: "1 1 220px", minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  add: { alignSelf: "flex-start" },
});

interface LineListProps {
  readonly items: readonly {
    readonly key: string;
    readonly first: ReactNode;
    readonly second: string;
    readonly actions: ReactNode;
  }[];
  readonly empty: string;
  readonly add: string;
  readonly onAdd: () => void;
}

/** Two lines each, what may be done to them, and a way to add one for whoever may change applications. */
export function LineList({ items, empty, add, onAdd }: LineListProps) {
  const styles = useStyles();
  const { can } = useMe();
  const mayChange = can["application.change"];
  return (
    <>
      {items.length === 0 && <Text className={styles.quiet}>{empty}</Text>}
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map(({ key, first, second, actions }) => (
            <li key={key} className={styles.item}>
              <div className={styles.words}>
                {first}
                <Text block size={200} className={styles.quiet}>
                  {second}
                </Text>
              </div>
              {mayChange && <div>{actions}</div>}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <Button size="small" className={styles.add} icon={<AddRegular />} onClick={onAdd}>
          {add}
        </Button>
      )}
    </>
  );
}
