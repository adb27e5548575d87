import { makeStyles, Subtitle1, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: "center",
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { fontSize: "40px", lineHeight: 1, color: tokens.colorNeutralForeground3 },
  title: { margin: 0, textAlign: "center" },
  text: { maxWidth: "52ch", textAlign: "center", color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly title: string;
  readonly text?: ReactNode;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing to show, why, and what one may do about it. */
export function EmptyState({ title, text, icon, action }: Props) {
  const styles = useStyles();
  return (
    <section className={styles.root}>
      {icon !== undefined && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <Subtitle1 as="h2" className={styles.title}>
        {title}
      </Subtitle1>
      {text !== undefined && <Text className={styles.text}>{text}</Text>}
      {action}
    </section>
  );
}
