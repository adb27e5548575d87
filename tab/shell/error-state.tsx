import { Button, makeStyles, Subtitle1, Text, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { useText } from "../language/use-text";
import { faultReferenceOf, problemText } from "./problem-text";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: "center",
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { fontSize: "40px", color: tokens.colorPaletteRedForeground1 },
  title: { margin: 0 },
  text: { maxWidth: "52ch", textAlign: "center" },
  reference: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

interface Props {
  readonly problem: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** What failed, in words, with a way on and the reference that support will ask for. */
export function ErrorState({ problem, title, onRetry }: Props) {
  const styles = useStyles();
  const text = useText();
  const requestId = faultReferenceOf(problem);
  return (
    <section className={styles.root} role="alert">
      <ErrorCircleRegular className={styles.icon} aria-hidden="true" />
      <Subtitle1 as="h2" className={styles.title}>
        {title ?? text("common.error.title")}
      </Subtitle1>
      <Text className={styles.text}>{problemText(problem, text)}</Text>
      {onRetry !== undefined && <Button onClick={onRetry}>{text("common.retry")}</Button>}
      {requestId !== null && (
        <Text size={200} className={styles.reference}>
          {text("common.requestId", { id: requestId })}
        </Text>
      )}
    </section>
  );
}
