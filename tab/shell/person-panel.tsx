import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { PersonSwapRegular } from "@fluentui/react-icons/svg/person-swap";
import { languages } from "../../src/contracts/text/bilingual";
import { chooseLanguage } from "../language/i18n";
import { useLanguage, useText } from "../language/use-text";
import { useMe, useSession } from "../session/session";

const useStyles = makeStyles({
  root: {
    position: "absolute",
    zIndex: 20,
    insetInlineEnd: 0,
    top: "calc(100% + 4px)",
    display: "grid",
    gap: tokens.spacingVerticalM,
    width: "min(280px, calc(100vw - 24px))",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    ":focus": { outline: "none" },
  },
  words: { display: "grid", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2 },
  languages: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: tokens.spacingHorizontalS },
});

/** The language, and in local mode the way back to the picker. */
export function PersonPanel() {
  const styles = useStyles();
  const text = useText();
  const { person } = useMe();
  const { session, actions } = useSession();
  const language = useLanguage();
  return (
    <div className={styles.root} tabIndex={-1}>
      <div className={styles.words}>
        <Text weight="semibold">{person.name}</Text>
        <Text size={200} className={styles.quiet}>
          {[person.teamName, person.email].filter((line) => line !== null).join(" · ")}
        </Text>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would put a frame and a legend where a row of two buttons is */}
      <div role="group" aria-label={text("shell.language.label")} className={styles.languages}>
        {languages.map((each) => (
          <Button
            key={each}
            lang={each}
            appearance={each === language ? "primary" : "secondary"}
            aria-pressed={each === language}
            onClick={() => void chooseLanguage(each)}
          >
            {text(`shell.language.${each}`)}
          </Button>
        ))}
      </div>
      {session.state === "signed-in" && session.local && (
        <Button icon={<PersonSwapRegular />} onClick={actions.chooseAgain}>
          {text("shell.person.other")}
        </Button>
      )}
    </div>
  );
}
