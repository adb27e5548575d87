import { Button, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { CourseAnswer } from "../../src/contracts/course-contract";
import type { TrainingAnswer } from "../../src/contracts/training-contract";
import { type Column, DataTable } from "../applications/data-table";
import { Section } from "../inventory/details/section";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { AttendanceFileDialog } from "../rollouts/attendance-file";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { SmallDialog } from "../shell/small-dialog";
import { useWords } from "./course-words";
import { usePlanSession, useReadCoursesAgain, useSessions } from "./use-courses";

const RegisterDialog = lazy(async () => ({ default: (await import("./register-dialog")).RegisterDialog }));

const useStyles = makeStyles({
  add: { alignSelf: "flex-start", "@media print": { display: "none" } },
  quiet: { display: "block", color: tokens.colorNeutralForeground2 },
  lists: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    "@media print": { display: "none" },
  },
});

interface Props {
  readonly course: CourseAnswer;
  readonly mayChange: boolean;
}

/** The sessions of a course, those of rollouts too, and who was at each. */
export function SessionSection({ course, mayChange }: Props) {
  const text = useText();
  const styles = useStyles();
  const query = useSessions(course.id);
  const [adding, setAdding] = useState(false);
  const [register, setRegister] = useState<TrainingAnswer | null>(null);
  const [reading, setReading] = useState<TrainingAnswer | null>(null);
  const rememberOpener = useFocusReturn(adding || register !== null || reading !== null);
  const readAgain = useReadCoursesAgain();
  const items = query.data?.items ?? [];
  const opening = (show: (session: TrainingAnswer) => void) => (session: TrainingAnswer) => {
    rememberOpener();
    show(session);
  };
  const lists = { onRegister: opening(setRegister), onFile: opening(setReading) };
  return (
    <Section level={2} title={text("course.sessions")}>
      {query.isPending && <LoadingState rows={2} />}
      {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <Text>{text("course.noSessions")}</Text>}
      {items.length > 0 && <SessionTable items={items} {...(mayChange && { lists })} />}
      {mayChange && course.archivedAt === null && (
        <Button
          className={styles.add}
          onClick={() => {
            rememberOpener();
            setAdding(true);
          }}
        >
          {text("course.addSession")}
        </Button>
      )}
      {adding && <SessionDialog course={course} onClose={() => setAdding(false)} />}
      {reading !== null && (
        <AttendanceFileDialog
          training={reading}
          onClose={() => {
            setReading(null);
            readAgain();
          }}
        />
      )}
      {register !== null && (
        <Suspense>
          <RegisterDialog course={course} session={register} onClose={() => setRegister(null)} />
        </Suspense>
      )}
    </Section>
  );
}

interface TableProps {
  readonly items: readonly TrainingAnswer[];
  /** Where the reader may say who was there, by hand or from a file. */
  readonly lists?: Readonly<Record<"onRegister" | "onFile", (session: TrainingAnswer) => void>>;
}

function SessionTable({ items, lists }: TableProps) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const columns: Column<TrainingAnswer>[] = [
    {
      key: "title",
      heading: text("course.session.title"),
      cell: ({ title, rolloutId }) => (
        <>
          {title}
          {rolloutId !== null && <span className={styles.quiet}>{text("course.session.ofRollout")}</span>}
        </>
      ),
    },
    {
      key: "start",
      heading: text("course.session.start"),
      cell: ({ startsAt }) => format.dateTime(startsAt),
    },
    {
      key: "places",
      heading: text("course.session.attended"),
      cell: ({ attended, places }) =>
        text("course.session.of", { attended: format.number(attended), places: format.number(places) }),
    },
  ];
  const register: Column<TrainingAnswer> = {
    key: "register",
    heading: text("course.session.list"),
    cell: (session) => {
      const title = `${session.title}, ${format.date(session.startsAt)}`;
      return (
        <div className={styles.lists}>
          <Button
            size="small"
            aria-label={text("course.session.registerOf", { title })}
            onClick={() => lists?.onRegister(session)}
          >
            {text("course.session.register")}
          </Button>
          <Button
            size="small"
            aria-label={text("attendance.openFor", { title })}
            onClick={() => lists?.onFile(session)}
          >
            {text("attendance.open")}
          </Button>
        </div>
      );
    },
  };
  return (
    <DataTable
      label={text("course.sessions")}
      columns={lists === undefined ? columns : [...columns, register]}
      items={items}
    />
  );
}

function SessionDialog({ course, onClose }: Pick<Props, "course"> & { readonly onClose: () => void }) {
  const text = useText();
  const words = useWords();
  const plan = usePlanSession(course.id);
  const [title, setTitle] = useState(words(course.title));
  const [start, setStart] = useState("");
  const [places, setPlaces] = useState("12");
  const [tried, setTried] = useState(false);
  const seats = Number(places);
  const lacking = { start: start === "", places: !Number.isInteger(seats) || seats < 1 };
  const save = () => {
    setTried(true);
    if (lacking.start || lacking.places) return;
    const wanted = { title: title.trim() || null, startsAt: new Date(start).toISOString(), places: seats };
    plan.mutate(wanted, { onSuccess: onClose });
  };
  const wrong = (is: boolean, key: Parameters<typeof text>[0]) => (tried && is ? text(key) : null);
  return (
    <SmallDialog
      title={text("course.addSession")}
      problem={plan.error}
      problemTitle={text("course.session.failed")}
      pending={plan.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Field label={text("course.session.title")}>
        <Input value={title} maxLength={200} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field
        label={text("course.session.start")}
        validationMessage={wrong(lacking.start, "course.session.startMissing")}
        required
      >
        <Input type="datetime-local" value={start} onChange={(_, { value }) => setStart(value)} />
      </Field>
      <Field
        label={text("course.session.places")}
        validationMessage={wrong(lacking.places, "course.session.placesMissing")}
        required
      >
        <Input type="number" min={1} value={places} onChange={(_, { value }) => setPlaces(value)} />
      </Field>
    </SmallDialog>
  );
}
