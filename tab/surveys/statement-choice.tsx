import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Text,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { cultureThemes, digitalSkillAreas } from "../../src/domain/survey/item";
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

/** What statements are about that are not about an application: an area of skills, or a theme of culture. */
const subjects = [
  ...digitalSkillAreas.map((theme) => ({ kind: "skill" as const, theme })),
  ...cultureThemes.map((theme) => ({ kind: "culture" as const, theme })),
];
type Subject = (typeof subjects)[number];

function useSubjectText(): (subject: Subject) => string {
  const text = useText();
  return (subject) =>
    subject.kind === "skill"
      ? text(`surveyPage.form.area.${subject.theme}`)
      : text(`surveyPage.form.theme.${subject.theme}`);
}

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
  const subjectText = useSubjectText();
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
      <Text className={styles.quiet}>{text("surveyPage.form.areas")}</Text>
      {subjects.map((subject) => (
        <fieldset key={subject.theme} className={styles.group}>
          <legend className={styles.legend}>{subjectText(subject)}</legend>
          {itemBank
            .map((bank) => itemFrom(bank, null))
            .filter(({ kind, theme }) => kind === subject.kind && theme === subject.theme)
            .map((item) => (
              <Checkbox
                key={item.text.en}
                label={words(item)}
                checked={items.some((one) => isSame(one, item))}
                onChange={(_, { checked }) => toggle(item, checked === true)}
              />
            ))}
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
  const subjectText = useSubjectText();
  const [about, setAbout] = useState<Subject>(subjects[0] as Subject);
  const add = () => {
    if (en.trim() === "") return;
    onAdd({ ...about, text: { en: en.trim(), cy: cy.trim() || null } });
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
      <Field className={styles.field} label={text("surveyPage.form.ownKind")}>
        <Select
          value={about.theme}
          onChange={(_, { value }) => setAbout(subjects.find(({ theme }) => theme === value) ?? about)}
        >
          {subjects.map((subject) => (
            <option key={subject.theme} value={subject.theme}>
              {subjectText(subject)}
            </option>
          ))}
        </Select>
      </Field>
      <Button onClick={add}>{text("confidence.form.addOwn")}</Button>
    </div>
  );
}

function useWords(): (item: ItemInput) => string {
  const words = useStatementWords();
  return ({ text }) => words({ text: { en: text.en, cy: text.cy ?? null } });
}
