import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  text: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

export function PrivacySection({ title, text, children }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.root}>
      <div>
        <h2 id={id} className={styles.heading}>
          {title}
        </h2>
        <Text className={styles.text}>{text}</Text>
      </div>
      {children}
    </section>
  );
}
