import { Button, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { languages } from "../../src/domain/conversation";
import { isDay } from "../../src/domain/instant";
import { useLanguage, useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { CardDrawing } from "./card-drawing";
import { closingOf, type DraftFields } from "./check-in-draft";
import { useCardPreview } from "./use-card-preview";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, justifyItems: "start", minWidth: 0 },
  card: { justifySelf: "stretch", minWidth: 0 },
});

/** What people will get, in both languages, before it is saved. */
export function CardPreview({ fields }: { readonly fields: Pick<DraftFields, "title" | "closesOn"> }) {
  const styles = useStyles();
  const text = useText();
  const [shown, setShown] = useState(false);
  const [language, setLanguage] = useState(useLanguage());
  // A day that is still being typed is none.
  const closesAt = isDay(fields.closesOn) ? closingOf(fields.closesOn) : "";
  const asked = { title: fields.title.trim(), closesAt, language };
  const sound = asked.title !== "" && closesAt !== "";
  const preview = useCardPreview(asked, shown && sound);
  return (
    <div className={styles.root}>
      <Button
        size="small"
        aria-expanded={shown}
        disabledFocusable={!sound}
        onClick={() => setShown((before) => !before)}
      >
        {text(shown ? "sending.preview.hide" : "sending.preview.show")}
      </Button>
      {shown && (
        <RadioGroup
          layout="horizontal"
          aria-label={text("sending.preview.language")}
          value={language}
          onChange={(_, { value }) => setLanguage(languages.find((each) => each === value) ?? "en")}
        >
          {languages.map((each) => (
            <Radio key={each} value={each} label={text(`sending.preview.${each}`)} />
          ))}
        </RadioGroup>
      )}
      {shown && preview.isError && (
        <ErrorState problem={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {shown && preview.data?.card && (
        <div className={styles.card}>
          <CardDrawing card={preview.data.card} label={text("sending.preview.label")} />
        </div>
      )}
    </div>
  );
}
