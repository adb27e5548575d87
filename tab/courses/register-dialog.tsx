import { Button, Checkbox, Field, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import type { CourseAnswer } from "../../src/contracts/course-contract";
import type { TrainingAnswer, TrainingDetailsAnswer } from "../../src/contracts/training-contract";
import { PersonPicker } from "../inventory/person-picker";
import { useText } from "../language/use-text";
import { LoadingState } from "../shell/loading-state";
import { SmallDialog } from "../shell/small-dialog";
import { useRegister, useRequests, useSaveRegister } from "./use-courses";

const useStyles = makeStyles({
  list: { display: "grid", margin: 0, padding: 0, listStyle: "none" },
  row: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  add: { justifySelf: "start", alignSelf: "flex-start" },
});

interface Props {
  readonly course: CourseAnswer;
  readonly session: TrainingAnswer;
  readonly onClose: () => void;
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly there: boolean;
}

/** The list of a session by hand: who was there, and who was missed. */
export function RegisterDialog({ course, session, onClose }: Props) {
  const styles = useStyles();
  const text = useText();
  const query = useRegister(session.id);
  const save = useSaveRegister(session.id);
  // Null until something is changed here.
  const [changed, setChanged] = useState<readonly Listed[] | null>(null);
  const people = changed ?? listed(query.data, text("history.actorUnknown"));
  const add = (more: readonly Pick<Listed, "id" | "name">[]) => {
    const fresh = more.filter(({ id }) => !people.some((one) => one.id === id));
    setChanged([...people, ...fresh.map(({ id, name }) => ({ id, name, there: true }))]);
  };
  const ids = (there: boolean) => people.flatMap((one) => (one.there === there ? [one.id] : []));
  return (
    <SmallDialog
      title={text("course.session.registerOf", { title: session.title })}
      problem={query.error ?? save.error}
      problemTitle={text(query.isError ? "course.register.notLoaded" : "course.register.failed")}
      pending={save.isPending}
      blocked={query.data === undefined}
      onSave={() => save.mutate({ attended: ids(true), absent: ids(false) }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {query.isPending && <LoadingState rows={3} />}
      {query.data !== undefined && (
        <>
          <Text className={styles.quiet}>{text("course.register.hint")}</Text>
          {people.length === 0 && <Text>{text("course.register.none")}</Text>}
          {people.length > 0 && <PeopleList people={people} onChange={setChanged} />}
          <Waiting course={course} known={people} onAdd={add} />
          <Field label={text("course.register.add")}>
            <PersonPicker value={null} onChange={(person) => person && add([person])} />
          </Field>
        </>
      )}
    </SmallDialog>
  );
}

function listed(details: TrainingDetailsAnswer | undefined, unknown: string): readonly Listed[] {
  return (details?.attendees ?? []).map(({ personId: id, personName, attended }) => {
    return { id, name: personName ?? unknown, there: attended };
  });
}

interface ListProps {
  readonly people: readonly Listed[];
  readonly onChange: (people: readonly Listed[]) => void;
}

function PeopleList({ people, onChange }: ListProps) {
  const styles = useStyles();
  const text = useText();
  const mark = (id: string, there: boolean) =>
    onChange(people.map((one) => (one.id === id ? { ...one, there } : one)));
  return (
    <ul className={styles.list} aria-label={text("course.session.register")}>
      {people.map(({ id, name, there }) => (
        <li key={id} className={styles.row}>
          <Checkbox
            label={name}
            aria-label={text("course.register.there", { name })}
            checked={there}
            onChange={(_, { checked }) => mark(id, checked === true)}
          />
          <Button
            appearance="subtle"
            size="small"
            icon={<DismissRegular />}
            aria-label={text("course.register.remove", { name })}
            onClick={() => onChange(people.filter((one) => one.id !== id))}
          />
        </li>
      ))}
    </ul>
  );
}

interface WaitingProps {
  readonly course: CourseAnswer;
  readonly known: readonly Listed[];
  readonly onAdd: (people: readonly Pick<Listed, "id" | "name">[]) => void;
}

/** Most who come are those who asked. */
function Waiting({ course, known, onAdd }: WaitingProps) {
  const styles = useStyles();
  const text = useText();
  const { data } = useRequests(course.id);
  const asked = data?.pages.flatMap(({ items }) => items) ?? [];
  const names = new Map(asked.map(({ personId, personName }) => [personId, personName]));
  for (const { id } of known) names.delete(id);
  if (names.size === 0) return null;
  return (
    <Button className={styles.add} onClick={() => onAdd([...names].map(([id, name]) => ({ id, name })))}>
      {text("course.register.addWaiting", { count: names.size })}
    </Button>
  );
}
