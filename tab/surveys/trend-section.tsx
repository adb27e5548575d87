import { Button, makeStyles, Text } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import type { ResultNode, SurveyItemAnswer } from "../../src/contracts/survey-contract";
import { Section } from "../inventory/details/section";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { FiguresTable } from "./figures-table";
import { releasedOf } from "./result-view";
import { useStatementWords } from "./survey-answer-form";
import { TrendChart } from "./trend-chart";
import { useSaveTrend, useTrend } from "./use-programmes";

const useStyles = makeStyles({ save: { alignSelf: "flex-start", "@media print": { display: "none" } } });

interface Props {
  readonly surveyId: string;
  readonly item: SurveyItemAnswer;
  readonly team: ResultNode;
}

/** How a team answered a statement in one survey after the other that asked the same, as a picture and as a table. */
export function TrendSection({ surveyId, item, team }: Props) {
  const text = useText();
  const format = useFormat();
  const words = useStatementWords();
  const styles = useStyles();
  const save = useSaveTrend(surveyId, { team: team.teamId, item: item.id });
  const query = useTrend(surveyId, team.teamId);
  if (query.isPending) return <LoadingState rows={2} />;
  if (query.isError) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  const points = query.data.items.find(({ itemId }) => itemId === item.id)?.points ?? [];
  const title = text("confidence.trend.title", { item: `${words(item)} (${team.name})` });
  const rows = points.map((point) => ({
    id: point.surveyId,
    name: format.date(point.closedAt),
    shown: releasedOf(point),
    change: point.change,
  }));
  const change = {
    key: "change",
    heading: text("confidence.trend.change"),
    cell: ({ shown, change: to }: (typeof rows)[number]) =>
      shown === null ? "" : text(to === null ? "confidence.trend.first" : `confidence.trend.${to}`),
  };
  return (
    <Section level={2} title={title}>
      {rows.length < 2 ? (
        <Text>{text("surveyPage.noTrend")}</Text>
      ) : (
        <>
          <TrendChart label={text("surveyPage.chart", { title })} points={rows} />
          <FiguresTable label={title} first={text("confidence.trend.survey")} rows={rows} more={[change]} />
          {save.error !== null && (
            <ProblemMessage problem={save.error} title={text("confidence.results.csvFailed")} />
          )}
          <Button
            className={styles.save}
            icon={<ArrowDownloadRegular />}
            disabledFocusable={save.isPending}
            onClick={() => save.mutate()}
          >
            {text("surveyPage.trendCsv")}
          </Button>
        </>
      )}
    </Section>
  );
}
