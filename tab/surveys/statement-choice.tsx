import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { itemBank } from "../../src/domain/survey/item-bank";
import { ApplicationPicker } from "../applications/form/application-picker";
import type { Chosen } from "../check-ins/check-in-draft";
import { useText } from "../language/use-text";
import { useStatementWords } from "./survey-answer-form";
import { type ItemInput, isSame, itemFrom } from "./survey-draft";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  group: { margin: 0, padding: 0, border: "none", display: "grid" },
  legend: { ...typographyStyles.body1Strong, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  chosen: { display: "grid", gap: tokens.spacingVerticalXS, margin: 0, paddingInlineStart: "24px" },
  own: { display: "grid", gap: tokens.spacingVerticalS, maxWidth: "560px", justifyItems: "start" },
  field: { width: "100%" },
});

interface Props {
  readonly items: readonly ItemInput[];
  readonly problem: string | null;
  readonly onChange: (items: readonly ItemInput[]) => void;
}

/** Statements of the list, about an application, and the council's own. */
export function StatementChoice({ items, problem, onChange }: Props) {
  const styles = useStyles();
  const text = useText();
  const words = useWords();
  const toggle = (item: ItemInput, on: boolean) =>
    onChange(on ? [...items, item] : items.filter((one) => !isSame(one, item)));
  return (
    <section className={styles.root} aria-labelledby="survey-items">
      <h2 id="survey-items" className={styles.title}>
        {text("confidence.form.items")}
      </h2>
      <Text className={styles.quiet}>{text("confidence.form.itemsHint")}</Text>
      {problem !== null && <Field validationState="error" validationMessage={problem} role="alert" />}
      {items.length > 0 && (
        <ol className={styles.chosen}>
          {items.map((item) => (
            <li key={`${item.applicationId ?? ""} ${item.text.en}`}>
              {words(item)}
              <Button
                appearance="subtle"
                size="small"
                icon={<DismissRegular />}
                aria-label={text("confidence.form.removeItem", { item: words(item) })}
                onClick={() => toggle(item, false)}
              />
            </li>
          ))}
        </ol>
      )}
      {(["skill", "culture"] as const).map((kind) => (
        <fieldset key={kind} className={styles.group}>
          <legend className={styles.legend}>{text(`confidence.form.kind.${kind}`)}</legend>
          {itemBank
            .filter((bank) => bank.kind === kind)
            .map((bank) => {
              const item = itemFrom(bank, null);
              return (
                <Checkbox
                  key={bank.id}
                  label={words(item)}
                  checked={items.some((one) => isSame(one, item))}
                  onChange={(_, { checked }) => toggle(item, checked === true)}
                />
              );
            })}
        </fieldset>
      ))}
      <AboutApplication items={items} onToggle={toggle} />
      <OwnStatement onAdd={(item) => toggle(item, true)} />
    </section>
  );
}

interface AboutProps {
  readonly items: readonly ItemInput[];
  readonly onToggle: (item: ItemInput, on: boolean) => void;
}

function AboutApplication({ items, onToggle }: AboutProps) {
  const styles = useStyles();
  const text = useText();
  const words = useWords();
  const [application, setApplication] = useState<Chosen | null>(null);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{text("confidence.form.kind.application")}</legend>
      <Field label={text("confidence.form.application")}>
        <ApplicationPicker value={application} onChange={setApplication} />
      </Field>
      {application !== null &&
        itemBank
          .filter(({ kind }) => kind === "application")
          .map((bank) => {
            const item = itemFrom(bank, application);
            return (
              <Checkbox
                key={bank.id}
                label={words(item)}
                checked={items.some((one) => isSame(one, item))}
                onChange={(_, { checked }) => onToggle(item, checked === true)}
              />
            );
          })}
    </fieldset>
  );
}

const longestStatement = 300;

function OwnStatement({ onAdd }: { readonly onAdd: (item: ItemInput) => void }) {
  const styles = useStyles();
  const text = useText();
  const [en, setEn] = useState("");
  const [cy, setCy] = useState("");
  const add = () => {
    if (en.trim() === "") return;
    onAdd({ kind: "skill", text: { en: en.trim(), cy: cy.trim() || null } });
    setEn("");
    setCy("");
  };
  return (
    <div className={styles.own}>
      <Field className={styles.field} label={text("confidence.form.own")}>
        <Input value={en} maxLength={longestStatement} onChange={(_, { value }) => setEn(value)} />
      </Field>
      <Field className={styles.field} label={text("confidence.form.ownWelsh")}>
        <Input value={cy} lang="cy" maxLength={longestStatement} onChange={(_, { value }) => setCy(value)} />
      </Field>
      <Button onClick={add}>{text("confidence.form.addOwn")}</Button>
    </div>
  );
}

function useWords(): (item: ItemInput) => string {
  const words = useStatementWords();
  return ({ text }) => words({ text: { en: text.en, cy: text.cy ?? null } });
}
