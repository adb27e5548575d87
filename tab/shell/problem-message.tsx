import { makeStyles, tokens } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { useText } from "../language/use-text";
import { faultReferenceOf, problemText } from "./problem-text";

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
  reference: { display: "block", fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
});

/** A failed action beside what was being done, so that nothing entered is lost. */
export function ProblemMessage({ problem, title }: { readonly problem: unknown; readonly title: string }) {
  const styles = useStyles();
  const text = useText();
  const requestId = faultReferenceOf(problem);
  return (
    <div className={styles.root} role="alert">
      <ErrorCircleFilled className={styles.icon} aria-hidden="true" />
      <div>
        <strong className={styles.title}>{title}</strong>
        {problemText(problem, text)}
        {requestId !== null && (
          <span className={styles.reference}>{text("common.requestId", { id: requestId })}</span>
        )}
      </div>
    </div>
  );
}
