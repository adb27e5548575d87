import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type FocusEvent, type KeyboardEvent, useId, useState } from "react";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { InitialsMark } from "./initials-mark";
import { PersonPanel } from "./person-panel";
import { narrow } from "./theme";

const useStyles = makeStyles({
  root: { position: "relative" },
  trigger: { minWidth: 0, paddingRight: tokens.spacingHorizontalS },
  name: {
    marginLeft: tokens.spacingHorizontalS,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    maxWidth: "220px",
    [narrow]: { maxWidth: "140px" },
  },
});

/** Who is signed in. A disclosure rather than Fluent's Menu, which would bring 40 KiB for two choices. */
export function PersonMenu() {
  const styles = useStyles();
  const text = useText();
  const { person } = useMe();
  const panelId = useId();
  const [open, setOpen] = useState(false);
  const [trigger, setTrigger] = useState<HTMLButtonElement | null>(null);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    trigger?.focus();
  };
  const closeOnLeaving = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to what bubbles up from the controls inside
    <div className={styles.root} onKeyDown={closeOnEscape} onBlur={closeOnLeaving}>
      <Button
        ref={setTrigger}
        appearance="subtle"
        className={styles.trigger}
        aria-expanded={open}
        aria-controls={panelId}
        aria-label={text("shell.person.menu", { name: person.name })}
        onClick={() => setOpen((before) => !before)}
      >
        <InitialsMark name={person.name} small />
        <span className={styles.name}>{person.name}</span>
      </Button>
      <div id={panelId}>{open && <PersonPanel />}</div>
    </div>
  );
}
