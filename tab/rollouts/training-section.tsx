import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { TrainingAnswer } from "../../src/contracts/training-contract";
import { type Column, DataTable } from "../applications/data-table";
import { CourseField } from "../courses/course-field";
import { Section } from "../inventory/details/section";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { SmallDialog } from "../shell/small-dialog";
import { AskAttendance } from "./ask-attendance";
import { AttendanceFileDialog } from "./attendance-file";
import { usePlanTraining, useTrainings } from "./use-rollouts";

const useStyles = makeStyles({
  add: { alignSelf: "flex-start", "@media print": { display: "none" } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The sessions, and how many were at each. Who was there is said on the page of a wave. */
export function TrainingSection({
  rolloutId,
  mayChange,
}: {
  readonly rolloutId: string;
  readonly mayChange: boolean;
}) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const query = useTrainings(rolloutId);
  const [adding, setAdding] = useState(false);
  const [reading, setReading] = useState<TrainingAnswer | null>(null);
  const rememberOpener = useFocusReturn(adding || reading !== null);
  const items = query.data?.items ?? [];
  const columns: Column<TrainingAnswer>[] = [
    { key: "title", heading: text("rollout.training.title"), cell: ({ title }) => title },
    {
      key: "start",
      heading: text("rollout.training.start"),
      cell: ({ startsAt }) => format.dateTime(startsAt),
    },
    {
      key: "places",
      heading: text("rollout.training.places"),
      cell: ({ attended, places }) =>
        text("rollout.training.of", { attended: format.number(attended), places: format.number(places) }),
    },
    ...(mayChange
      ? [
          {
            key: "attendance",
            heading: text("attendance.heading"),
            cell: (training: TrainingAnswer) => (
              <>
                <Button
                  size="small"
                  aria-label={text("attendance.openFor", { title: training.title })}
                  onClick={() => {
                    rememberOpener();
                    setReading(training);
                  }}
                >
                  {text("attendance.open")}
                </Button>{" "}
                <AskAttendance training={training} />
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section level={2} title={text("rollout.training")}>
      {query.isPending && <LoadingState rows={2} />}
      {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && (
        <span className={styles.quiet}>{text("rollout.noTraining")}</span>
      )}
      {items.length > 0 && <DataTable label={text("rollout.training")} columns={columns} items={items} />}
      {mayChange && (
        <Button
          className={styles.add}
          onClick={() => {
            rememberOpener();
            setAdding(true);
          }}
        >
          {text("rollout.addTraining")}
        </Button>
      )}
      {reading && <AttendanceFileDialog training={reading} onClose={() => setReading(null)} />}
      {adding && <TrainingDialog rolloutId={rolloutId} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function TrainingDialog({
  rolloutId,
  onClose,
}: {
  readonly rolloutId: string;
  readonly onClose: () => void;
}) {
  const text = useText();
  const plan = usePlanTraining(rolloutId);
  const [title, setTitle] = useState("");
  const [start, setStart] = useState("");
  const [places, setPlaces] = useState("12");
  const [courseId, setCourseId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const seats = Number(places);
  const lacking = {
    title: title.trim() === "",
    start: start === "",
    places: !Number.isInteger(seats) || seats < 1,
  };
  const save = () => {
    setTried(true);
    if (lacking.title || lacking.start || lacking.places) return;
    const wanted = { title: title.trim(), startsAt: new Date(start).toISOString(), places: seats, courseId };
    plan.mutate(wanted, { onSuccess: onClose });
  };
  const wrong = (is: boolean, key: Parameters<typeof text>[0]) => (tried && is ? text(key) : null);
  return (
    <SmallDialog
      title={text("rollout.addTraining")}
      problem={plan.error}
      problemTitle={text("rollout.form.failed")}
      pending={plan.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Field
        label={text("rollout.training.title")}
        validationMessage={wrong(lacking.title, "rollout.form.nameMissing")}
        required
      >
        <Input value={title} maxLength={200} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field
        label={text("rollout.training.start")}
        validationMessage={wrong(lacking.start, "rollout.training.startMissing")}
        required
      >
        <Input type="datetime-local" value={start} onChange={(_, { value }) => setStart(value)} />
      </Field>
      <Field
        label={text("rollout.training.places")}
        validationMessage={wrong(lacking.places, "rollout.training.placesMissing")}
        required
      >
        <Input type="number" min={1} value={places} onChange={(_, { value }) => setPlaces(value)} />
      </Field>
      <CourseField value={courseId} onChange={setCourseId} />
    </SmallDialog>
  );
}
