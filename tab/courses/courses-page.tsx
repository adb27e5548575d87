import { Badge, Button, Checkbox, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons/svg/clipboard-task-list-ltr";
import { lazy, Suspense, useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import type { CourseAnswer } from "../../src/contracts/course-contract";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { keptSearch } from "../shell/kept-address";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { useCardList } from "../shell/use-card-list";
import { useGoodFor, useWords } from "./course-words";
import { RequestSection } from "./request-section";
import { useCourses } from "./use-courses";

const CourseDialog = lazy(async () => ({ default: (await import("./course-dialog")).CourseDialog }));

const useStyles = makeStyles({
  columns: { gridTemplateColumns: "minmax(0, 1fr) auto" },
  filter: { marginBottom: tokens.spacingVerticalS },
  requests: { marginTop: tokens.spacingVerticalXXL },
});

/** What people can learn, and who waits for it. */
export function CoursesPage() {
  const { can } = useMe();
  return can["course.read"] ? <Courses /> : <NotFoundPage />;
}

function Courses() {
  const styles = useStyles();
  const text = useText();
  const { can } = useMe();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [archivedToo, setArchivedToo] = useState(false);
  const [adding, setAdding] = useState(false);
  const rememberOpener = useFocusReturn(adding);
  const query = useCourses(archivedToo);
  const courses = query.data?.pages.flatMap((page) => page.items) ?? [];
  const add = () => {
    rememberOpener();
    setAdding(true);
  };
  const newButton = can["course.change"] ? (
    <Button appearance="primary" icon={<AddRegular />} onClick={add}>
      {text("course.new")}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader title={text("course.title")} intro={text("course.intro")} actions={newButton} />
      <Checkbox
        className={styles.filter}
        label={text("course.showArchived")}
        checked={archivedToo}
        onChange={(_, { checked }) => setArchivedToo(checked === true)}
      />
      {query.isPending && <LoadingState rows={4} rowHeight={64} />}
      {query.isError && courses.length === 0 && (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && courses.length === 0 && (
        <EmptyState
          icon={<ClipboardTaskListLtrRegular />}
          title={text("course.empty.title")}
          text={text("course.empty.text")}
        />
      )}
      {courses.length > 0 && <CourseList courses={courses} />}
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{text("course.more")}</Button>}
      {can["training-request.read"] && (
        <div className={styles.requests}>
          <RequestSection courseId={null} />
        </div>
      )}
      {adding && (
        <Suspense>
          <CourseDialog
            course={null}
            onClose={() => setAdding(false)}
            onSaved={({ id }) =>
              void navigate({ pathname: `/courses/${encodeURIComponent(id)}`, search: keptSearch(search) })
            }
          />
        </Suspense>
      )}
    </>
  );
}

function CourseList({ courses }: { readonly courses: readonly CourseAnswer[] }) {
  const styles = useStyles();
  const cards = useCardList();
  const text = useText();
  const format = useFormat();
  const words = useWords();
  const goodFor = useGoodFor();
  const { search } = useLocation();
  return (
    <ul className={cards.list} aria-label={text("course.list")}>
      {courses.map((course) => {
        const next =
          course.nextSessionAt === null
            ? text("course.noSession")
            : text("course.nextSession", { when: format.dateTime(course.nextSessionAt) });
        return (
          <li key={course.id} className={mergeClasses(cards.item, styles.columns)}>
            <div className={cards.words}>
              <Link
                className={cards.open}
                to={{ pathname: `/courses/${encodeURIComponent(course.id)}`, search: keptSearch(search) }}
              >
                {words(course.title)}
              </Link>
              <Text size={200} className={cards.quiet}>
                {[next, ...goodFor(course)].join(" · ")}
              </Text>
            </div>
            <CourseBadge course={course} />
          </li>
        );
      })}
    </ul>
  );
}

/** That it is no longer offered, or how many wait for it; otherwise nothing. */
export function CourseBadge({ course: { archivedAt, waiting } }: { readonly course: CourseAnswer }) {
  const text = useText();
  if (archivedAt !== null) return <Badge appearance="tint">{text("course.archived")}</Badge>;
  if (waiting === null || waiting === 0) return null;
  return (
    <Badge appearance="tint" color="warning" size="large">
      {text("course.waiting", { count: waiting })}
    </Badge>
  );
}
