import { Combobox, makeStyles, Option } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { matchKey } from "../../../src/domain/match-key";
import { useText } from "../../language/use-text";
import { useEveryApplication } from "../use-applications";

const useStyles = makeStyles({ list: { maxHeight: "min(320px, 60vh)" }, picker: { minWidth: 0 } });

/** More would only be scrolled past; typing narrows. */
const mostShown = 100;

interface Named {
  readonly id: string;
  readonly name: string;
}

interface PickerProps {
  readonly value: Named | null;
  readonly onChange: (application: Named | null) => void;
  /** A field around it names it otherwise. */
  readonly label?: string;
  readonly placeholder?: string;
}

/** An application by typing any part of its name. */
export function ApplicationPicker({ value, onChange, label, placeholder }: PickerProps) {
  const text = useText();
  const styles = useStyles();
  const { data } = useEveryApplication();
  const [typed, setTyped] = useState<string | null>(null);
  const matches = useMemo(() => {
    const wanted = matchKey(typed ?? "");
    return (data ?? []).filter(({ name }) => matchKey(name).includes(wanted)).slice(0, mostShown);
  }, [data, typed]);
  return (
    <Combobox
      className={styles.picker}
      listbox={{ className: styles.list }}
      {...(label !== undefined && { "aria-label": label })}
      placeholder={placeholder ?? text("application.chooseApplication")}
      value={typed ?? value?.name ?? ""}
      selectedOptions={value === null ? [] : [value.id]}
      clearable
      clearIcon={{ "aria-label": text("inventory.clearChoice") }}
      onChange={(event) => setTyped(event.target.value)}
      onOptionSelect={(_, { optionValue }) => {
        setTyped(null);
        onChange(matches.find(({ id }) => id === optionValue) ?? null);
      }}
      onOpenChange={(_, { open }) => !open && setTyped(null)}
    >
      {matches.map(({ id, name }) => (
        <Option key={id} value={id} text={name}>
          {name}
        </Option>
      ))}
      {matches.length === 0 && (
        <Option value="" text="" disabled>
          {text(data === undefined ? "common.loading" : "common.noMatches")}
        </Option>
      )}
    </Combobox>
  );
}
