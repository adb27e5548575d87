import { Badge, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { LocalPersonAnswer } from "../../src/contracts/local-contract";
import { useText } from "../language/use-text";
import { InitialsMark } from "../shell/initials-mark";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 380px), 1fr))",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  person: {
    boxSizing: "border-box",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    width: "100%",
    height: "100%",
    padding: tokens.spacingHorizontalM,
    font: "inherit",
    color: "inherit",
    textAlign: "start",
    cursor: "pointer",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  words: { display: "grid", minWidth: 0, flex: 1 },
  quiet: { color: "inherit", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

interface Props {
  readonly people: readonly LocalPersonAnswer[];
  readonly onChoose: (person: LocalPersonAnswer) => void;
}

export function PersonaList({ people, onChoose }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {people.map((person) => (
        <li key={person.id}>
          <button type="button" className={styles.person} onClick={() => onChoose(person)}>
            <InitialsMark name={person.name} />
            <span className={styles.words}>
              <Text weight="semibold">{person.name}</Text>
              <Text size={200} className={styles.quiet}>
                {person.teamName ?? person.email}
              </Text>
            </span>
            <PersonRole person={person} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function PersonRole({ person }: { readonly person: LocalPersonAnswer }) {
  const text = useText();
  const role = person.roles[0];
  if (role !== undefined) return <Badge appearance="tint">{text(`shell.role.${role}`)}</Badge>;
  if (person.manages.length === 0) return null;
  return (
    <Badge appearance="tint" color="informative">
      {text("shell.role.manager")}
    </Badge>
  );
}
