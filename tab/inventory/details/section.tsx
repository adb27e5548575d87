import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0 },
});

interface SectionProps {
  readonly title: string;
  /** Of the heading; in details the second level is their title. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A part of the details under its own heading. */
export function Section({ title, level = 3, children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={styles.root} aria-labelledby={id}>
      <Heading id={id} className={styles.title}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
