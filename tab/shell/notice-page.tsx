import { Button, makeStyles, Text, Title2, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useText } from "../language/use-text";
import { problemText, requestIdOf } from "./problem-text";
import { ProductMark } from "./product-mark";

const useStyles = makeStyles({
  root: { display: "grid", placeItems: "center", minHeight: "60dvh", padding: tokens.spacingHorizontalL },
  card: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    maxWidth: "56ch",
  },
  mark: { width: "48px", height: "48px" },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

interface Props {
  readonly kind: "outside" | "refused" | "notAdmitted" | "fault" | "missing" | "consent" | "consentDone";
  readonly problem?: unknown;
  /** Null offers nothing. */
  readonly action?: ReactNode;
}

/** A whole page that says one thing: what is wrong, what to do, and the reference for support. */
export function NoticePage({ kind, problem, action }: Props) {
  const styles = useStyles();
  const text = useText();
  const requestId = requestIdOf(problem);
  const told = kind === "refused" && problem !== undefined ? problemText(problem, text) : null;
  return (
    <main className={styles.root}>
      <div className={styles.card}>
        <ProductMark className={styles.mark} />
        <Title2 as="h1" className={styles.title}>
          {text(`shell.${kind}.title`)}
        </Title2>
        {told !== null && <Text>{told}</Text>}
        <Text>{text(`shell.${kind}.text`)}</Text>
        {action === undefined && kind !== "outside" ? (
          <Button appearance="primary" onClick={() => window.location.reload()}>
            {text("shell.fault.reload")}
          </Button>
        ) : (
          action
        )}
        {requestId !== null && (
          <Text size={200} className={styles.quiet}>
            {text("common.requestId", { id: requestId })}
          </Text>
        )}
      </div>
    </main>
  );
}
