import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
  },
  words: { minWidth: 0, flex: "1 1 260px" },
  title: { ...typographyStyles.title2, margin: 0, overflowWrap: "anywhere", ":focus": { outline: "none" } },
  intro: { display: "block", color: tokens.colorNeutralForeground2, marginTop: tokens.spacingVerticalXXS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
}

/** Where the focus goes when what had it is gone from the page: a screen reader then says where one is. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>("main h1")?.focus();
}

/** The page's one h1. After a change of page it takes the focus, so that a screen reader says where one is. */
export function PageHeader({ title, intro, actions }: Props) {
  const styles = useStyles();
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const navigation = useNavigationType();
  const { key } = useLocation();
  const arrived = navigation !== "REPLACE" && key !== "default";
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arrival only, not when filters change the address
  useEffect(() => {
    if (arrived) heading.current?.focus();
  }, []);
  const appName = text("common.appName");
  useEffect(() => {
    document.title = `${title} · ${appName}`;
  }, [title, appName]);
  return (
    <header className={styles.root}>
      <div className={styles.words}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {intro !== undefined && <Text className={styles.intro}>{intro}</Text>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
