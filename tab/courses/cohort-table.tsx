import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { CohortAnswer, CohortSideAnswer } from "../../src/contracts/cohort-contract";
import { trainedFrom, untrainedUpTo } from "../../src/domain/survey/cohort";
import { type Column, DataTable } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { shareText } from "../surveys/result-view";
import { useWords } from "./course-words";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalL },
  one: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly cohorts: readonly CohortAnswer[];
  /** What heads each: the course where several are shown for one survey, the statement where they are of one course. */
  readonly by: "course" | "statement";
}

/** How teams that took a course stood before and after, or why that is not told. */
export function CohortList({ cohorts, by }: Props) {
  const styles = useStyles();
  const text = useText();
  const anyFigures = cohorts.some(({ trained }) => trained !== null);
  return (
    <div className={styles.root}>
      <Text className={styles.quiet}>
        {text("course.cohortHint", { from: trainedFrom, upTo: untrainedUpTo })}
      </Text>
      {cohorts.map((cohort) => (
        <OneCohort
          key={`${cohort.course.id} ${cohort.statement.en} ${cohort.after.id}`}
          cohort={cohort}
          by={by}
        />
      ))}
      {anyFigures && <Text className={styles.quiet}>{text("course.cohort.notCause")}</Text>}
    </div>
  );
}

function OneCohort({ cohort, by }: { readonly cohort: CohortAnswer } & Pick<Props, "by">) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const words = useWords();
  const { course, statement, before, after, attended, because, trained, others } = cohort;
  const runs = text("course.cohort.between", {
    before: format.date(before.closedAt),
    after: format.date(after.closedAt),
  });
  const title = by === "course" ? `${words(course.title)}: ${words(statement)}` : words(statement);
  const sides = [
    ...(trained === null ? [] : [{ ...trained, id: "trained" as const }]),
    ...(others === null ? [] : [{ ...others, id: "others" as const }]),
  ];
  return (
    <div className={styles.one}>
      <Text weight="semibold">{title}</Text>
      <Text className={styles.quiet}>
        {runs} · {text("course.cohort.attended", { count: attended })}
      </Text>
      {because === null ? (
        <SideTable label={`${title}, ${runs}`} sides={sides} />
      ) : (
        <Text>{text(`course.cohort.because.${because}`, { from: trainedFrom })}</Text>
      )}
    </div>
  );
}

/** More names would push the figures off a phone. */
const mostNamed = 4;

type Side = CohortSideAnswer & { readonly id: "trained" | "others" };

function SideTable({ label, sides }: { readonly label: string; readonly sides: readonly Side[] }) {
  const text = useText();
  const format = useFormat();
  const share = (figures: Side["before"]) => {
    const [low = 0, high = 100] = figures.interval;
    return text("course.cohort.share", {
      share: shareText(figures, text),
      low: Math.round(low),
      high: Math.round(high),
    });
  };
  const someOf = (names: readonly string[]) => {
    const sorted = [...names].sort((one, other) => one.localeCompare(other));
    const teams = sorted.slice(0, mostNamed).join(", ");
    return sorted.length <= mostNamed
      ? teams
      : text("course.cohort.more", { teams, count: sorted.length - mostNamed });
  };
  const columns: Column<Side>[] = [
    {
      key: "who",
      heading: text("course.cohort.who"),
      cell: ({ id, teams: all }) =>
        text(`course.cohort.${id}`, { teams: someOf(all.map(({ name }) => name)) }),
    },
    { key: "before", heading: text("course.cohort.before"), cell: ({ before }) => share(before) },
    { key: "after", heading: text("course.cohort.after"), cell: ({ after }) => share(after) },
    {
      key: "change",
      heading: text("course.cohort.change"),
      cell: ({ change }) => text(`course.cohort.${change}`),
    },
    {
      key: "people",
      heading: text("course.cohort.people"),
      cell: ({ trained, people }) =>
        text("course.session.of", { attended: format.number(trained), places: format.number(people) }),
      room: "wide",
    },
  ];
  return <DataTable label={label} columns={columns} items={sides} />;
}
