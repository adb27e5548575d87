import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { TrainingRequestAnswer } from "../../src/contracts/course-contract";
import { type Column, DataTable } from "../applications/data-table";
import { Section } from "../inventory/details/section";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { useWords } from "./course-words";
import { useRequests } from "./use-courses";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  block: { display: "block", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  more: { alignSelf: "flex-start", "@media print": { display: "none" } },
});

/** Who waits for a course, or for any where it is null, with what they said where. */
export function RequestSection({ courseId }: { readonly courseId: string | null }) {
  const styles = useStyles();
  const text = useText();
  const query = useRequests(courseId);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section level={2} title={text("course.requests")}>
      <Text className={styles.quiet}>{text("course.requestsHint")}</Text>
      {query.isPending && <LoadingState rows={2} />}
      {query.isError && items.length === 0 && (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && items.length === 0 && <Text>{text("course.noRequests")}</Text>}
      {items.length > 0 && <RequestTable items={items} ofOne={courseId !== null} />}
      {query.hasNextPage && (
        <Button className={styles.more} onClick={() => void query.fetchNextPage()}>
          {text("course.requestsMore")}
        </Button>
      )}
    </Section>
  );
}

interface TableProps {
  readonly items: readonly TrainingRequestAnswer[];
  /** All are for one course, which need not be told. */
  readonly ofOne: boolean;
}

function RequestTable({ items, ofOne }: TableProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const words = useWords();
  const columns: Column<TrainingRequestAnswer>[] = [
    {
      key: "person",
      heading: text("course.request.person"),
      cell: ({ personName, teamName }) => (
        <>
          {personName}
          {teamName !== null && <span className={styles.block}>{teamName}</span>}
        </>
      ),
    },
    {
      key: "about",
      heading: text("course.request.about"),
      cell: ({ subjectName, words: said }) => (
        <>
          {subjectName}
          {said !== null && <span className={styles.block}>{said}</span>}
        </>
      ),
    },
    {
      key: "where",
      heading: text("course.request.where"),
      cell: ({ origin }) => text(`course.request.origin.${origin}`),
      room: "wide",
    },
    {
      key: "when",
      heading: text("course.request.when"),
      cell: ({ askedAt }) => format.date(askedAt),
      room: "wide",
    },
  ];
  const course: Column<TrainingRequestAnswer> = {
    key: "course",
    heading: text("course.request.course"),
    cell: ({ courses }) =>
      courses.map(({ title }) => words(title)).join(", ") || text("course.request.noCourse"),
  };
  return (
    <DataTable
      label={text("course.requests")}
      columns={ofOne ? columns : [...columns, course]}
      items={items}
    />
  );
}
