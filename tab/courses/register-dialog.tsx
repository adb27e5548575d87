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

/** The list of a session by hand: who was there, and who was missed. */
export function RegisterDialog(props: Props) {
  const { session, onClose } = props;
  const text = useText();
  const query = useRegister(session.id);
  if (query.data !== undefined) return <Filled {...props} details={query.data} />;
  return (
    <SmallDialog
      title={text("course.session.registerOf", { title: session.title })}
      problem={query.error}
      problemTitle={text("course.register.failed")}
      pending={query.isPending}
      blocked
      onSave={onClose}
      onClose={onClose}
    >
      {query.isPending && <LoadingState rows={3} />}
    </SmallDialog>
  );
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly there: boolean;
}

function Filled({ course, session, onClose, details }: Props & { readonly details: TrainingDetailsAnswer }) {
  const styles = useStyles();
  const text = useText();
  const save = useSaveRegister(session.id);
  const [people, setPeople] = useState<readonly Listed[]>(() =>
    details.attendees.map(({ personId: id, personName, attended }) => ({
      id,
      name: personName ?? text("history.actorUnknown"),
      there: attended,
    })),
  );
  const add = (more: readonly Pick<Listed, "id" | "name">[]) =>
    setPeople((now) => [
      ...now,
      ...more.flatMap(({ id, name }) =>
        now.some((one) => one.id === id) ? [] : [{ id, name, there: true }],
      ),
    ]);
  const mark = (id: string, there: boolean) =>
    setPeople((now) => now.map((one) => (one.id === id ? { ...one, there } : one)));
  const ids = (there: boolean) => people.flatMap((one) => (one.there === there ? [one.id] : []));
  return (
    <SmallDialog
      title={text("course.session.registerOf", { title: session.title })}
      problem={save.error}
      problemTitle={text("course.register.failed")}
      pending={save.isPending}
      onSave={() => save.mutate({ attended: ids(true), absent: ids(false) }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Text className={styles.quiet}>{text("course.register.hint")}</Text>
      {people.length === 0 && <Text>{text("course.register.none")}</Text>}
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
              onClick={() => setPeople((now) => now.filter((one) => one.id !== id))}
            />
          </li>
        ))}
      </ul>
      <Waiting course={course} known={people} onAdd={add} />
      <Field label={text("course.register.add")}>
        <PersonPicker value={null} onChange={(person) => person && add([person])} />
      </Field>
    </SmallDialog>
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
