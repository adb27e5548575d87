import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import {
  listMyDeviceProblems,
  type MyDeviceProblemAnswer,
} from "../../src/contracts/device-problem-contract";
import { call } from "../call";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ReportStateBadge } from "../reports/report-state";
import { deviceWords } from "../reports/report-words";
import { ErrorState } from "../shell/error-state";

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalXXL },
  heading: { ...typographyStyles.subtitle1, margin: `0 0 ${tokens.spacingVerticalM}` },
  list: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    maxWidth: "880px",
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  item: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  words: {
    display: "grid",
    gap: tokens.spacingVerticalXXS,
    flex: "1 1 220px",
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const mostShown = 20;

/** What I reported lately and what became of it; nothing at all where I reported nothing. */
export function MyReports() {
  const styles = useStyles();
  const text = useText();
  const reports = useQuery({
    queryKey: ["my", "device-problems"],
    queryFn: ({ signal }) => call(listMyDeviceProblems, { query: { limit: mostShown } }, { signal }),
  });
  if (reports.isError) {
    return (
      <ErrorState
        title={text("report.mine.failed")}
        problem={reports.error}
        onRetry={() => void reports.refetch()}
      />
    );
  }
  const items = reports.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="my-reports">
      <h2 id="my-reports" className={styles.heading}>
        {text("report.mine.title")}
      </h2>
      <ul className={styles.list}>
        {items.map((report) => (
          <MyReport key={report.id} report={report} />
        ))}
      </ul>
    </section>
  );
}

function MyReport({ report }: { readonly report: MyDeviceProblemAnswer }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  return (
    <li className={styles.item}>
      <span className={styles.words}>
        <Text weight="semibold">{`${text(`device.problem.${report.kind}`)} · ${deviceWords(report, text)}`}</Text>
        {report.text !== null && <Text className={styles.quiet}>{report.text}</Text>}
        {report.reason !== null && <Text>{text("report.mine.reason", { reason: report.reason })}</Text>}
        <Text size={200} className={styles.quiet}>
          {format.relative(report.raisedAt)}
        </Text>
      </span>
      <ReportStateBadge state={report.state} />
    </li>
  );
}
