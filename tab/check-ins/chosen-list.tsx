import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useText } from "../language/use-text";
import type { Chosen } from "./check-in-draft";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
});

interface Props {
  readonly items: readonly Chosen[];
  readonly label: string;
  readonly onRemove: (id: string) => void;
}

/** What was picked so far, each to be taken away again; nothing while nothing was. */
export function ChosenList({ items, label, onRemove }: Props) {
  const styles = useStyles();
  const text = useText();
  if (items.length === 0) return null;
  return (
    <ul className={styles.root} aria-label={label}>
      {items.map(({ id, name }) => (
        <li key={id}>
          <Button
            size="small"
            shape="circular"
            icon={<DismissRegular />}
            iconPosition="after"
            aria-label={text("checkInForm.removeChosen", { name })}
            onClick={() => onRemove(id)}
          >
            {name}
          </Button>
        </li>
      ))}
    </ul>
  );
}
