import { Button, makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ConfirmDialog } from "../shell/confirm-dialog";
import { keptSearch } from "../shell/kept-address";
import { focusHeading } from "../shell/page-header";
import { ProblemMessage } from "../shell/problem-message";
import { rhythmText } from "./rhythm-text";
import { useSeriesRuns, useStep } from "./use-check-ins";

const useStyles = makeStyles({
  root: {
    display: "grid",
    rowGap: tokens.spacingVerticalS,
    justifyItems: "start",
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  runs: {
    display: "flex",
    flexWrap: "wrap",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  link: { color: tokens.colorBrandForegroundLink },
});

/** Which run of its series this is, when the next one comes, the others, and the end of the series. */
export function SeriesSection({ checkIn }: { readonly checkIn: CheckInAnswer }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { series, recurrence } = checkIn;
  if (series === null || recurrence === null) return null;
  const { run, nextRunAt } = series;
  return (
    <section className={styles.root} aria-labelledby="series">
      <h2 id="series" className={styles.heading}>
        {text("recurrence.title")}
      </h2>
      <Text>
        {text("recurrence.rhythm", { rhythm: rhythmText(recurrence, text), run })}{" "}
        {nextRunAt === null
          ? text("recurrence.ended")
          : text("recurrence.next", { date: format.dateTime(nextRunAt) })}
      </Text>
      <Runs checkIn={checkIn} seriesId={series.id} />
      {nextRunAt !== null && <EndSeries checkIn={checkIn} />}
    </section>
  );
}

function Runs({ checkIn, seriesId }: { readonly checkIn: CheckInAnswer; readonly seriesId: string }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { search } = useLocation();
  const runs = useSeriesRuns(seriesId);
  const others = runs.data?.items.filter(({ id }) => id !== checkIn.id) ?? [];
  if (others.length === 0) return null;
  return (
    <ul className={styles.runs} aria-label={text("recurrence.others")}>
      {others.map(({ id, series, launchedAt }) => (
        <li key={id}>
          <Link
            className={styles.link}
            to={{ pathname: `/check-ins/${encodeURIComponent(id)}`, search: keptSearch(search) }}
          >
            {text("recurrence.run", { run: series?.run ?? 1, date: format.date(launchedAt) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function EndSeries({ checkIn }: { readonly checkIn: CheckInAnswer }) {
  const text = useText();
  const { can } = useMe();
  const step = useStep(checkIn.id);
  const [asking, setAsking] = useState(false);
  const rememberOpener = useFocusReturn(asking, focusHeading);
  if (!can["check-in.change"]) return null;
  const ask = () => {
    rememberOpener();
    setAsking(true);
  };
  return (
    <>
      <Button onClick={ask}>{text("recurrence.end")}</Button>
      {step.error !== null && <ProblemMessage problem={step.error} title={text("checkIn.step.failed")} />}
      {asking && (
        <ConfirmDialog
          busy={step.isPending}
          title={text("recurrence.endTitle")}
          action={text("recurrence.end")}
          cancel={text("common.cancel")}
          onConfirm={() => step.mutate("endSeries", { onSettled: () => setAsking(false) })}
          onCancel={() => setAsking(false)}
        >
          <Text block>{text("recurrence.endText")}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}
