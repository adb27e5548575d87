import { Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { CourseAnswer } from "../../src/contracts/course-contract";
import { itemBank } from "../../src/domain/survey/item-bank";
import { ApplicationPicker } from "../applications/form/application-picker";
import { ChosenList } from "../check-ins/chosen-list";
import { useText } from "../language/use-text";
import { useEveryLicence } from "../licences/use-licences";
import { useMe } from "../session/session";
import { SmallDialog } from "../shell/small-dialog";
import { useWords } from "./course-words";
import { useSaveCourse } from "./use-courses";

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: "none", display: "grid", minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  choice: { display: "grid", gap: tokens.spacingVerticalXS },
});

interface Props {
  /** Null adds one. */
  readonly course: CourseAnswer | null;
  readonly onClose: () => void;
  readonly onSaved: (course: CourseAnswer) => void;
}

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** What people learn, and what it is good for. */
export function CourseDialog({ course, onClose, onSaved }: Props) {
  const text = useText();
  const save = useSaveCourse(course);
  const [title, setTitle] = useState(course?.title.en ?? "");
  const [welsh, setWelsh] = useState(course?.title.cy ?? "");
  const [provider, setProvider] = useState(course?.provider ?? "");
  const [link, setLink] = useState(course?.link ?? "");
  const [description, setDescription] = useState(course?.description ?? "");
  const [itemIds, setItemIds] = useState<readonly string[]>(course?.itemIds ?? []);
  const [applications, setApplications] = useState(chosenOf(course, "applicationIds"));
  const [licences, setLicences] = useState(chosenOf(course, "skuIds"));
  const [tried, setTried] = useState(false);
  const lacking = {
    title: title.trim() === "",
    link: link.trim() !== "" && !/^https?:\/\/./.test(link.trim()),
  };
  const submit = () => {
    setTried(true);
    if (lacking.title || lacking.link) return;
    const wanted = {
      title: { en: title.trim(), cy: welsh.trim() || null },
      provider: provider.trim() || null,
      link: link.trim() || null,
      description: description.trim() || null,
      itemIds: [...itemIds],
      applicationIds: applications.map(({ id }) => id),
      skuIds: licences.map(({ id }) => id),
    };
    save.mutate(wanted, { onSuccess: onSaved });
  };
  return (
    <SmallDialog
      title={text(course === null ? "course.new" : "course.changeTitle")}
      problem={save.error}
      problemTitle={text("course.form.failed")}
      pending={save.isPending}
      onSave={submit}
      onClose={onClose}
    >
      <Field
        label={text("course.form.title")}
        validationMessage={tried && lacking.title ? text("course.form.titleMissing") : null}
        required
      >
        <Input value={title} maxLength={200} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label={text("course.form.titleWelsh")}>
        <Input value={welsh} lang="cy" maxLength={200} onChange={(_, { value }) => setWelsh(value)} />
      </Field>
      <Field label={text("course.provider")}>
        <Input value={provider} maxLength={200} onChange={(_, { value }) => setProvider(value)} />
      </Field>
      <Field
        label={text("course.form.link")}
        validationMessage={tried && lacking.link ? text("course.form.linkWrong") : null}
      >
        <Input type="url" value={link} maxLength={1000} onChange={(_, { value }) => setLink(value)} />
      </Field>
      <Field label={text("course.description")}>
        <Textarea value={description} maxLength={4000} onChange={(_, { value }) => setDescription(value)} />
      </Field>
      <Statements value={itemIds} onChange={setItemIds} />
      <Applications value={applications} onChange={setApplications} />
      <Licences value={licences} onChange={setLicences} />
    </SmallDialog>
  );
}

function chosenOf(course: CourseAnswer | null, kind: "applicationIds" | "skuIds"): readonly Chosen[] {
  return (course?.[kind] ?? []).map((id) => ({ id, name: course?.names[id] ?? id }));
}

interface ChoiceProps<T> {
  readonly value: readonly T[];
  readonly onChange: (value: readonly T[]) => void;
}

/** Those about an application come with the application. */
function Statements({ value, onChange }: ChoiceProps<string>) {
  const styles = useStyles();
  const text = useText();
  const words = useWords();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{text("course.form.statements")}</legend>
      <span className={styles.quiet}>{text("course.form.statementsHint")}</span>
      {itemBank
        .filter(({ kind }) => kind !== "application")
        .map(({ id, text: statement }) => (
          <Checkbox
            key={id}
            label={words(statement)}
            checked={value.includes(id)}
            onChange={(_, { checked }) =>
              onChange(checked === true ? [...value, id] : value.filter((one) => one !== id))
            }
          />
        ))}
    </fieldset>
  );
}

function Applications({ value, onChange }: ChoiceProps<Chosen>) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.choice}>
      <Field label={text("course.form.addApplication")}>
        <ApplicationPicker value={null} onChange={(one) => one && onChange(withOne(value, one))} />
      </Field>
      <ChosenList
        items={value}
        label={text("course.form.applications")}
        onRemove={(id) => onChange(value.filter((one) => one.id !== id))}
      />
    </div>
  );
}

function Licences({ value, onChange }: ChoiceProps<Chosen>) {
  const styles = useStyles();
  const text = useText();
  const { can } = useMe();
  const { data = [] } = useEveryLicence();
  const left = data.filter(({ skuId }) => !value.some(({ id }) => id === skuId));
  if (!can["licence.read"] || (left.length === 0 && value.length === 0)) return null;
  const add = (skuId: string) => {
    const found = data.find((one) => one.skuId === skuId);
    if (found !== undefined) onChange(withOne(value, { id: skuId, name: found.productName }));
  };
  return (
    <div className={styles.choice}>
      <Field label={text("course.form.addLicence")}>
        <Select value="" onChange={(_, { value: skuId }) => add(skuId)}>
          <option value="">{text("course.form.chooseLicence")}</option>
          {left.map(({ skuId, productName }) => (
            <option key={skuId} value={skuId}>
              {productName}
            </option>
          ))}
        </Select>
      </Field>
      <ChosenList
        items={value}
        label={text("course.form.licences")}
        onRemove={(id) => onChange(value.filter((one) => one.id !== id))}
      />
    </div>
  );
}

function withOne(value: readonly Chosen[], { id, name }: Chosen): readonly Chosen[] {
  return value.some((one) => one.id === id) ? value : [...value, { id, name }];
}
