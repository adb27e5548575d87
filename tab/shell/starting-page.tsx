import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { ProductMark } from "./product-mark";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalM,
    minHeight: "100dvh",
    color: tokens.colorNeutralForeground2,
  },
  mark: {
    width: "48px",
    height: "48px",
    animationName: { "0%, 100%": { opacity: 1 }, "50%": { opacity: 0.55 } },
    animationDuration: "1.6s",
    animationIterationCount: "infinite",
  },
});

export function StartingPage() {
  const styles = useStyles();
  const text = useText();
  return (
    <main className={styles.root}>
      <ProductMark className={styles.mark} />
      <span role="status">{text("shell.starting")}</span>
    </main>
  );
}
