import {
  Badge,
  type BadgeProps,
  Button,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useState } from "react";
import type { ImportAnswer } from "../../src/contracts/import-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { narrow } from "../shell/theme";

/** More than anybody mends at a sitting; the rest is a press away. */
const shownAtOnce = 100;

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle2, margin: 0 },
  region: {
    maxHeight: "min(320px, 45dvh)",
    overflowY: "auto",
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    // A second scrollbar within the dialog's would trap a thumb.
    [narrow]: { maxHeight: "none" },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  table: { width: "100%", borderCollapse: "collapse", textAlign: "left" },
  head: {
    position: "sticky",
    top: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    whiteSpace: "nowrap",
    boxShadow: `inset 0 -1px 0 ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    verticalAlign: "top",
    overflowWrap: "anywhere",
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  line: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  /** Wide enough that a usual heading is not broken within a word. */
  column: { minWidth: "13ch" },
  message: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    [narrow]: { flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalXXS },
  },
  badge: { flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Problem = ImportAnswer["problems"][number];

const colors: Readonly<Record<Problem["severity"], NonNullable<BadgeProps["color"]>>> = {
  error: "danger",
  conflict: "warning",
  warning: "informative",
};

/** Line, column and what is wrong, as the person will look for it in the file. */
export function ImportProblems({ answer }: { readonly answer: ImportAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const [shown, setShown] = useState(shownAtOnce);
  const { problems, problemsCut } = answer;
  return (
    <>
      <h3 className={styles.title}>{text("import.problemsTitle")}</h3>
      <section
        className={styles.region}
        aria-label={text("import.problemsRegion")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              {(["line", "column", "message"] as const).map((column) => (
                <th key={column} scope="col" className={styles.head}>
                  {text(`import.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, shown).map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line may have several problems, and the list never reorders
              <ProblemRow key={index} problem={problem} />
            ))}
          </tbody>
        </table>
      </section>
      {problems.length > shown && (
        <Button size="small" onClick={() => setShown(shown + shownAtOnce)}>
          {text("common.more")}
        </Button>
      )}
      {problemsCut && (
        <Text size={200}>{text("import.problemsCut", { count: format.number(problems.length) })}</Text>
      )}
    </>
  );
}

function ProblemRow({ problem }: { readonly problem: Problem }) {
  const text = useText();
  const styles = useStyles();
  return (
    <tr>
      <td className={mergeClasses(styles.cell, styles.line)}>{problem.line}</td>
      <td className={mergeClasses(styles.cell, styles.column)}>
        {problem.column ?? <span className={styles.quiet}>{text("import.wholeRow")}</span>}
      </td>
      <td className={styles.cell}>
        <span className={styles.message}>
          <Badge appearance="tint" shape="rounded" color={colors[problem.severity]} className={styles.badge}>
            {text(`import.severity.${problem.severity}`)}
          </Badge>
          {problem.message}
        </span>
      </td>
    </tr>
  );
}
