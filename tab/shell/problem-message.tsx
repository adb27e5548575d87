import { makeStyles, tokens } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { useText } from "../language/use-text";
import { faultReferenceOf, problemText, wrongValuesOf } from "./problem-text";
import { useInSight } from "./use-in-sight";

const useStyles = makeStyles({
  root: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorNeutralForeground1,
  },
  icon: { flexShrink: 0, fontSize: "20px", color: tokens.colorPaletteRedForeground1 },
  title: { display: "block" },
  values: { margin: 0, paddingInlineStart: "1.2em", overflowWrap: "anywhere" },
  reference: { display: "block", fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
});

/** A failed action beside what was being done, so that nothing entered is lost. */
export function ProblemMessage({ problem, title }: { readonly problem: unknown; readonly title: string }) {
  const styles = useStyles();
  const text = useText();
  const requestId = faultReferenceOf(problem);
  const values = wrongValuesOf(problem);
  const root = useInSight<HTMLDivElement>(problem);
  return (
    <div ref={root} className={styles.root} role="alert">
      <ErrorCircleFilled className={styles.icon} aria-hidden="true" />
      <div>
        <strong className={styles.title}>{title}</strong>
        {problemText(problem, text)}
        {values.length > 0 && (
          // As the server writes them, by the names of the API.
          <ul className={styles.values} lang="en">
            {values.map((value) => (
              <li key={value}>{value}</li>
            ))}
          </ul>
        )}
        {requestId !== null && (
          <span className={styles.reference}>{text("common.requestId", { id: requestId })}</span>
        )}
      </div>
    </div>
  );
}
