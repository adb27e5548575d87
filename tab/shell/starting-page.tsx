import { makeStyles, Spinner } from "@fluentui/react-components";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  root: { display: "grid", placeItems: "center", minHeight: "100dvh" },
});

export function StartingPage() {
  const styles = useStyles();
  const text = useText();
  return (
    <main className={styles.root}>
      <Spinner label={text("shell.starting")} labelPosition="below" />
    </main>
  );
}
