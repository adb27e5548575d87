import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../language/use-text";
import { AudiencePreview } from "./audience-preview";
import { audienceOf, type DraftFields, missingAudience } from "./check-in-draft";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, justifyItems: "start", minWidth: 0 },
});

/** Who would be asked by what is chosen so far, before it is saved. */
export function DraftPreview({ fields }: { readonly fields: DraftFields }) {
  const styles = useStyles();
  const text = useText();
  const [shown, setShown] = useState(false);
  const chosen = missingAudience(fields) === null;
  return (
    <div className={styles.root}>
      <Button
        size="small"
        aria-expanded={shown && chosen}
        disabledFocusable={!chosen}
        onClick={() => setShown((before) => !before)}
      >
        {text(shown && chosen ? "checkInForm.preview.hide" : "checkInForm.preview.show")}
      </Button>
      {shown && chosen && <AudiencePreview asked={{ purpose: "kit", audience: audienceOf(fields) }} />}
    </div>
  );
}
