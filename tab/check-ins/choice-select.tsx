import { Field, Select } from "@fluentui/react-components";
import type { Chosen } from "./check-in-draft";

/** Choices that belong together; those without a name stand by themselves. */
export interface Choices {
  readonly id: string;
  readonly name: string | null;
  readonly items: readonly Chosen[];
}

interface Props {
  readonly label: string;
  readonly hint: string;
  /** Stands there until one is chosen. */
  readonly choose: string;
  readonly problem: string | null;
  readonly choices: readonly Choices[];
  readonly value: Chosen | null;
  readonly onChange: (chosen: Chosen | null) => void;
}

/** One of a few that are known by name. */
export function ChoiceSelect({ label, hint, choose, problem, choices, value, onChange }: Props) {
  return (
    <Field label={label} hint={hint} validationMessage={problem} required>
      <Select
        value={value?.id ?? ""}
        onChange={(_, { value: id }) =>
          onChange(choices.flatMap(({ items }) => items).find((item) => item.id === id) ?? null)
        }
      >
        <option value="">{choose}</option>
        {choices.map(({ id, name, items }) =>
          name === null ? (
            <Options key={id} items={items} />
          ) : (
            <optgroup key={id} label={name}>
              <Options items={items} />
            </optgroup>
          ),
        )}
      </Select>
    </Field>
  );
}

function Options({ items }: { readonly items: readonly Chosen[] }) {
  return items.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
