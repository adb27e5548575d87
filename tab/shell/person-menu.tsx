import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { InitialsMark } from "./initials-mark";
import { narrow } from "./theme";

const PersonMenuOpen = lazy(async () => ({ default: (await import("./person-menu-open")).PersonMenuOpen }));

const useStyles = makeStyles({
  trigger: { minWidth: 0, paddingRight: tokens.spacingHorizontalS },
  name: {
    marginLeft: tokens.spacingHorizontalS,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    [narrow]: { maxWidth: "140px" },
  },
});

/** Who is signed in. What opens from it is loaded when it is first asked for. */
export function PersonMenu() {
  const styles = useStyles();
  const text = useText();
  const { person } = useMe();
  const [open, setOpen] = useState(false);
  const [trigger, setTrigger] = useState<HTMLButtonElement | null>(null);
  const close = () => {
    setOpen(false);
    trigger?.focus();
  };
  return (
    <>
      <Button
        ref={setTrigger}
        appearance="subtle"
        className={styles.trigger}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={text("shell.person.menu", { name: person.name })}
        onClick={() => setOpen((before) => !before)}
      >
        <InitialsMark name={person.name} small />
        <span className={styles.name}>{person.name}</span>
      </Button>
      {open && trigger !== null && (
        <Suspense>
          <PersonMenuOpen target={trigger} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
