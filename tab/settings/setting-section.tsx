import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  text: { display: "block", color: tokens.colorNeutralForeground2, maxWidth: "70ch" },
});

interface SettingSectionProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

export function SettingSection({ title, text, children }: SettingSectionProps) {
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

interface OriginProps {
  readonly setting: {
    readonly own: boolean;
    readonly changedAt: string | null;
    readonly changedByName: string | null;
  };
}

/** Whose rules these are and who made them so. */
export function Origin({ setting: { own, changedAt, changedByName } }: OriginProps) {
  const text = useText();
  const format = useFormat();
  const changed =
    changedAt !== null && changedByName !== null
      ? text("setting.changedBy", { when: format.dateTime(changedAt), name: changedByName })
      : "";
  return (
    <Text>
      {text(own ? "setting.own" : "setting.shipped")} {changed}
    </Text>
  );
}
