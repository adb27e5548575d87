import { Button, Combobox, Field, makeStyles, Option, Text, tokens } from "@fluentui/react-components";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { exportPersonData } from "../../src/contracts/data-export-contract";
import type { ErasureAnswer } from "../../src/contracts/governance-contract";
import type { PersonAnswer } from "../../src/contracts/person-contract";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useText } from "../language/use-text";
import { focusHeading } from "../shell/page-header";
import { ProblemMessage } from "../shell/problem-message";
import { namingPlaces } from "./naming-places";
import { PrivacySection } from "./privacy-section";
import { saveFile } from "./save-file";
import { useAnybody } from "./use-governance";

const EraseDialog = lazy(async () => ({ default: (await import("./erase-dialog")).EraseDialog }));

const useStyles = makeStyles({
  field: { maxWidth: "420px" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});

/** Subject access and erasure. */
export function PersonSection() {
  const text = useText();
  const styles = useStyles();
  const [person, setPerson] = useState<PersonAnswer | null>(null);
  const [erasing, setErasing] = useState(false);
  const rememberOpener = useFocusReturn(erasing, focusHeading);
  const [said, setSaid] = useState("");
  const save = useMutation({
    mutationFn: ({ id, format }: { id: string; format: "html" | "json" }) =>
      saveFile(exportPersonData, { params: { id }, query: { format } }, `toolroll-data.${format}`),
  });
  const finish = (name: string, { auditEvents: entries, toReview }: ErasureAnswer) => {
    const places = namingPlaces(toReview, text).join(", ");
    const review = places === "" ? "" : ` ${text("governance.erase.review", { places })}`;
    setSaid(text("governance.erase.done", { name, entries }) + review);
    setErasing(false);
    setPerson(null);
  };
  return (
    <PrivacySection title={text("governance.person.title")} text={text("governance.person.text")}>
      <Field className={styles.field} label={text("governance.person.field")}>
        <AnybodyPicker value={person} onChange={setPerson} />
      </Field>
      {save.error && <ProblemMessage title={text("governance.audit.exportFailed")} problem={save.error} />}
      {person && (
        <div className={styles.actions}>
          {(["html", "json"] as const).map((format) => (
            <Button
              key={format}
              disabledFocusable={save.isPending}
              onClick={() => save.mutate({ id: person.id, format })}
            >
              {text(format === "html" ? "governance.person.page" : "governance.person.json")}
            </Button>
          ))}
          <Button
            onClick={() => {
              rememberOpener();
              setErasing(true);
            }}
          >
            {text("governance.person.erase")}
          </Button>
        </div>
      )}
      <Text role="status">{said}</Text>
      {person && erasing && (
        <Suspense>
          <EraseDialog
            person={person}
            onCancel={() => setErasing(false)}
            onDone={(done) => finish(person.name, done)}
          />
        </Suspense>
      )}
    </PrivacySection>
  );
}

interface PickerProps {
  readonly value: PersonAnswer | null;
  readonly onChange: (person: PersonAnswer | null) => void;
}

function AnybodyPicker({ value, onChange }: PickerProps) {
  const text = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const { people, asked } = useAnybody(typed ?? "");
  const nameOf = ({ active, name }: PersonAnswer) =>
    active ? name : text("governance.person.left", { name });
  return (
    <Combobox
      placeholder={text("governance.person.placeholder")}
      value={typed ?? (value === null ? "" : nameOf(value))}
      selectedOptions={value === null ? [] : [value.id]}
      onChange={(event) => setTyped(event.target.value)}
      onOptionSelect={(_, { optionValue }) => {
        setTyped(null);
        onChange(people.find(({ id }) => id === optionValue) ?? null);
      }}
      onOpenChange={(_, { open }) => !open && setTyped(null)}
    >
      {people.map((person) => (
        <Option key={person.id} value={person.id} text={nameOf(person)}>
          {`${nameOf(person)} · ${person.email}`}
        </Option>
      ))}
      {people.length === 0 && (
        <Option value="" text="" disabled>
          {text(asked ? "governance.person.noMatch" : "governance.person.typeMore")}
        </Option>
      )}
    </Combobox>
  );
}
