import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { DeviceProblemAnswer } from "../../../src/contracts/device-problem-contract";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { ReportLink } from "../../reports/report-link";
import { ReportStateBadge } from "../../reports/report-state";
import { useMe } from "../../session/session";
import { ProblemMessage } from "../../shell/problem-message";
import { Section } from "./section";
import { useOpenProblems, useResolveProblem } from "./use-device";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  item: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  icon: { fontSize: "20px", flexShrink: 0, color: tokens.colorStatusWarningForeground3 },
  words: {
    display: "flex",
    flexDirection: "column",
    flex: "1 1 180px",
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface DeviceProblemsProps {
  readonly deviceId: string;
  readonly onDone: (words: string) => void;
}

/** What its holder reported and nobody has dealt with; nothing at all when there is nothing. */
export function DeviceProblems({ deviceId, onDone }: DeviceProblemsProps) {
  const text = useText();
  const styles = useStyles();
  const { data: problems, error } = useOpenProblems(deviceId);
  const resolve = useResolveProblem(deviceId);
  if (error !== null) return <ProblemMessage title={text("inventory.problemsFailed")} problem={error} />;
  if (problems === undefined || problems.length === 0) return null;
  const dealtWith = (id: string) =>
    resolve.mutate(id, { onSuccess: () => onDone(text("inventory.dealtWithDone")) });
  return (
    <Section title={text("inventory.sectionProblems")}>
      {resolve.error !== null && (
        <ProblemMessage title={text("inventory.actionFailed")} problem={resolve.error} />
      )}
      <ul className={styles.list}>
        {problems.map((problem) => (
          <ProblemItem
            key={problem.id}
            problem={problem}
            busy={resolve.isPending}
            onDealtWith={() => dealtWith(problem.id)}
          />
        ))}
      </ul>
    </Section>
  );
}

interface ProblemItemProps {
  readonly problem: DeviceProblemAnswer;
  readonly busy: boolean;
  readonly onDealtWith: () => void;
}

function ProblemItem({ problem, busy, onDealtWith }: ProblemItemProps) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { can } = useMe();
  const kind = text(`device.problem.${problem.kind}`);
  const when = format.relative(problem.raisedAt);
  return (
    <li className={styles.item}>
      <WarningFilled className={styles.icon} aria-hidden />
      <span className={styles.words}>
        <Text weight="semibold">
          {kind} <ReportStateBadge state={problem.state} />
        </Text>
        {problem.text !== null && <Text>{problem.text}</Text>}
        <Text size={200} className={styles.quiet}>
          {problem.personName === null
            ? text("inventory.problemByUnknown", { when })
            : text("inventory.problemBy", { name: problem.personName, when })}
          {problem.ownerName !== null && ` · ${text("report.owner", { name: problem.ownerName })}`}
        </Text>
        <ReportLink id={problem.id} label={`${text("report.openReport")}: ${kind}`} />
      </span>
      {can["device.change"] && (
        <Button
          size="small"
          icon={<CheckmarkRegular />}
          disabledFocusable={busy}
          aria-label={text("inventory.dealtWithLabel", { problem: kind })}
          onClick={onDealtWith}
        >
          {text("inventory.dealtWith")}
        </Button>
      )}
    </li>
  );
}
