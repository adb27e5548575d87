import { Button, Link as FluentLink, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { useParams } from "react-router";
import { type CourseAnswer, getCourseHistory } from "../../src/contracts/course-contract";
import type { FieldWords } from "../history/history-words";
import { RecordHistory } from "../history/record-history";
import { useHistory } from "../history/use-history";
import { Section } from "../inventory/details/section";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { Fact, Facts } from "../shell/facts";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { OneRecord } from "../shell/one-record";
import { PageHeader } from "../shell/page-header";
import { ProblemMessage } from "../shell/problem-message";
import { CohortList } from "./cohort-table";
import { useGoodFor, useWords } from "./course-words";
import { CourseBadge } from "./courses-page";
import { RequestSection } from "./request-section";
import { SessionSection } from "./session-section";
import { useArchive, useCourse, useCourseFigures } from "./use-courses";

const CourseDialog = lazy(async () => ({ default: (await import("./course-dialog")).CourseDialog }));

const useStyles = makeStyles({
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXL },
  list: { margin: 0, paddingInlineStart: "18px" },
});

/** One course: its sessions, who waits for it, and how teams that took it feel since. */
export function CoursePage() {
  const { can } = useMe();
  const { id = "" } = useParams();
  return can["course.read"] ? <OneCourse id={id} /> : <NotFoundPage />;
}

function OneCourse({ id }: { readonly id: string }) {
  const text = useText();
  return (
    <OneRecord query={useCourse(id)} backTo="/courses" backText={text("course.title")}>
      {(course) => <Loaded course={course} />}
    </OneRecord>
  );
}

interface One {
  readonly course: CourseAnswer;
}

function Loaded({ course }: One) {
  const styles = useStyles();
  const words = useWords();
  const { can } = useMe();
  const archive = useArchive(course);
  const text = useText();
  return (
    <>
      <PageHeader
        title={words(course.title)}
        intro={<CourseBadge course={course} />}
        {...(can["course.change"] && { actions: <Actions course={course} archive={archive} /> })}
      />
      <div className={styles.parts}>
        {archive.error !== null && (
          <ProblemMessage problem={archive.error} title={text("course.archiveFailed")} />
        )}
        <CourseFacts course={course} />
        <SessionSection course={course} mayChange={can["course.change"]} />
        {can["training-request.read"] && <RequestSection courseId={course.id} />}
        <Cohorts id={course.id} />
        {can["course.history"] && <CourseHistory id={course.id} />}
      </div>
    </>
  );
}

function Actions({ course, archive }: One & { readonly archive: ReturnType<typeof useArchive> }) {
  const text = useText();
  const [editing, setEditing] = useState(false);
  const rememberOpener = useFocusReturn(editing);
  const isOffered = course.archivedAt === null;
  return (
    <>
      <Button disabledFocusable={archive.isPending} onClick={() => archive.mutate(isOffered)}>
        {text(isOffered ? "course.archive" : "course.offer")}
      </Button>
      <Button
        appearance="primary"
        onClick={() => {
          rememberOpener();
          setEditing(true);
        }}
      >
        {text("course.change")}
      </Button>
      {editing && (
        <Suspense>
          <CourseDialog course={course} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  );
}

function CourseFacts({ course }: One) {
  const styles = useStyles();
  const text = useText();
  const goodFor = useGoodFor()(course);
  return (
    <Facts>
      <Fact name={text("course.goodFor")}>
        {goodFor.length === 0 ? (
          text("course.goodForNothing")
        ) : (
          <ul className={styles.list}>
            {goodFor.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
      </Fact>
      {course.provider !== null && <Fact name={text("course.provider")}>{course.provider}</Fact>}
      {course.link !== null && (
        <Fact name={text("course.link")}>
          <FluentLink href={course.link} target="_blank" rel="noreferrer">
            {course.link}
          </FluentLink>
        </Fact>
      )}
      {course.description !== null && <Fact name={text("course.description")}>{course.description}</Fact>}
    </Facts>
  );
}

function Cohorts({ id }: { readonly id: string }) {
  const text = useText();
  const query = useCourseFigures(id);
  const items = query.data?.items ?? [];
  return (
    <Section level={2} title={text("course.cohort")}>
      {query.isPending && <LoadingState rows={2} />}
      {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <span>{text("course.noCohort")}</span>}
      {items.length > 0 && <CohortList cohorts={items} by="statement" />}
    </Section>
  );
}

const fields: Readonly<Record<string, FieldWords>> = {
  title: { label: "course.form.title", value: "text" },
  titleWelsh: { label: "course.form.titleWelsh", value: "text" },
  provider: { label: "course.provider", value: "text" },
  link: { label: "course.link", value: "text" },
  description: { label: "course.description", value: "text" },
  itemIds: { label: "course.history.statements", value: "text" },
  applicationIds: { label: "course.history.applications", value: "named" },
  skuIds: { label: "course.history.licences", value: "text" },
  archived: { sentence: (_change, text) => text("course.history.nowArchived") },
  startsAt: { label: "course.session.start", value: "instant" },
  places: { label: "course.session.places", value: "text" },
  attendedIds: { label: "course.history.people", value: "person" },
  leftIds: { label: "course.history.people", value: "person" },
};

function CourseHistory({ id }: { readonly id: string }) {
  const text = useText();
  const history = useHistory(getCourseHistory, id, ["courses", "one", id, "history"]);
  return (
    <Section level={2} title={text("course.history")}>
      <RecordHistory history={history} fields={fields} />
    </Section>
  );
}
