import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(96px, 34%) minmax(0, 1fr)",
    gap: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: "anywhere", whiteSpace: "pre-line" },
  unknown: { color: tokens.colorNeutralForeground3 },
});

export function Facts({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return <dl className={styles.list}>{children}</dl>;
}

/** A name and its value; nothing is said to be unknown. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>
        {children || <span className={styles.unknown}>{text("common.unknown")}</span>}
      </dd>
    </>
  );
}
