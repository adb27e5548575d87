import { Combobox, makeStyles, Option, tokens } from "@fluentui/react-components";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { listPeople, type PersonAnswer } from "../../src/contracts/person-contract";
import { call } from "../call";
import { useText } from "../language/use-text";
import { useTeamOptions } from "./use-teams";

const useStyles = makeStyles({
  list: { maxHeight: "min(320px, 60vh)" },
  option: { display: "flex", flexDirection: "column", minWidth: 0 },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
});

interface PersonPickerProps {
  readonly value: Pick<PersonAnswer, "id" | "name"> | null;
  readonly onChange: (person: PersonAnswer | null) => void;
}

/** Somebody who is still here, by name or e-mail. */
export function PersonPicker({ value, onChange }: PersonPickerProps) {
  const text = useText();
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const { people, searching, asked } = usePeople(typed ?? "");
  const none = searching ? "common.loading" : asked ? "inventory.personNoMatch" : "inventory.personTypeMore";
  return (
    <Combobox
      placeholder={text("inventory.personPlaceholder")}
      listbox={{ className: styles.list }}
      value={typed ?? value?.name ?? ""}
      selectedOptions={value === null ? [] : [value.id]}
      clearable
      clearIcon={{ "aria-label": text("inventory.clearChoice") }}
      onChange={(event) => setTyped(event.target.value)}
      onOptionSelect={(_, { optionValue }) => {
        setTyped(null);
        onChange(people.find((person) => person.id === optionValue) ?? null);
      }}
      onOpenChange={(_, { open }) => !open && setTyped(null)}
    >
      {people.map((person) => (
        <Option key={person.id} value={person.id} text={person.name}>
          <PersonLine person={person} />
        </Option>
      ))}
      {people.length === 0 && (
        <Option value="" text="" disabled>
          {text(none)}
        </Option>
      )}
    </Combobox>
  );
}

function PersonLine({ person }: { readonly person: PersonAnswer }) {
  const styles = useStyles();
  const { options } = useTeamOptions();
  const team = options.find((option) => option.id === person.teamId)?.name;
  return (
    <span className={styles.option}>
      {person.name}
      <span className={styles.quiet}>{team === undefined ? person.email : `${person.email} · ${team}`}</span>
    </span>
  );
}

function usePeople(typed: string) {
  const [words, setWords] = useState("");
  useEffect(() => {
    const wait = setTimeout(() => setWords(typed.trim()), 200);
    return () => clearTimeout(wait);
  }, [typed]);
  const asked = words.length >= 2;
  const { data, isFetching } = useQuery({
    queryKey: ["people", "search", words],
    queryFn: ({ signal }) => call(listPeople, { query: { q: words, active: "true", limit: 20 } }, { signal }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  return { people: asked ? (data?.items ?? []) : [], searching: asked && isFetching, asked };
}
