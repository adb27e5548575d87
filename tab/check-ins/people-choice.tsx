import { Field, makeStyles, tokens } from "@fluentui/react-components";
import { PersonPicker } from "../inventory/person-picker";
import { useText } from "../language/use-text";
import type { DraftFields } from "./check-in-draft";
import { ChosenList } from "./chosen-list";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalS },
});

interface Props {
  readonly fields: Pick<DraftFields, "people">;
  readonly onChange: (changed: Partial<DraftFields>) => void;
  readonly problem: string | null;
}

/** One person after the other, by name or e-mail. */
export function PeopleChoice({ fields: { people }, onChange, problem }: Props) {
  const styles = useStyles();
  const text = useText();
  const add = (id: string, name: string) =>
    people.some((person) => person.id === id) || onChange({ people: [...people, { id, name }] });
  return (
    <div className={styles.root}>
      <ChosenList
        items={people}
        label={text("checkInForm.chosenPeople")}
        onRemove={(id) => onChange({ people: people.filter((person) => person.id !== id) })}
      />
      <Field label={text("checkInForm.findPerson")} validationMessage={problem} required>
        <PersonPicker value={null} onChange={(person) => person && add(person.id, person.name)} />
      </Field>
    </div>
  );
}
