import { makeStyles, tokens } from "@fluentui/react-components";
import { Link, useLocation } from "react-router";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { useMySurveys } from "../surveys/use-surveys";

const useStyles = makeStyles({
  root: { margin: `0 0 ${tokens.spacingVerticalL}` },
  link: { color: tokens.colorBrandForegroundLink },
});

/** Leads to the surveys that ask the reader and wait for an answer; nothing while none does. */
export function SurveyNote() {
  const styles = useStyles();
  const text = useText();
  const { search } = useLocation();
  const mine = useMySurveys();
  const waiting = mine.data?.items.filter(({ response }) => response === null) ?? [];
  if (waiting.length === 0) return null;
  return (
    <p className={styles.root}>
      <Link className={styles.link} to={{ pathname: "/my-surveys", search: keptSearch(search) }}>
        {text("kit.surveys", { count: waiting.length })}
      </Link>
    </p>
  );
}
