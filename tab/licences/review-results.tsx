import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import { answerFilters, type ReviewStandingAnswer } from "../../src/contracts/licence-review-contract";
import { DeviceSearch } from "../inventory/device-search";
import { Choice } from "../inventory/filter-fields";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { TeamCard } from "../teams/team-card";
import { Tile, Tiles } from "./licence-tiles";
import { ReviewTable } from "./review-table";
import { type ReviewFilter, useReviewResults, useReviewStanding } from "./use-reviews";

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  filters: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  search: { flex: "2 1 220px", minWidth: 0, maxWidth: "420px" },
  choice: { flex: "1 1 150px", minWidth: 0, maxWidth: "260px" },
  more: { display: "flex", justifyContent: "center" },
});

/** What people said in a licence review, with the evidence, and what is still to be done in the admin centre. */
export function ReviewResults({ checkIn }: { readonly checkIn: CheckInAnswer }) {
  const text = useText();
  const styles = useStyles();
  const live = checkIn.state === "running" || checkIn.state === "paused";
  const standing = useReviewStanding(checkIn.id, live);
  return (
    <TeamCard title={text("licenceReview.result.title")} aside={standing.data?.productName}>
      <p className={styles.note}>{text("licenceReview.result.text")}</p>
      {standing.data && <Counts counts={standing.data.counts} />}
      <Lines checkInId={checkIn.id} live={live} />
    </TeamCard>
  );
}

function Counts({ counts }: Pick<ReviewStandingAnswer, "counts">) {
  const text = useText();
  const format = useFormat();
  return (
    <Tiles>
      {(["keep", "training", "give-back", "released", "none"] as const).map((answer) => (
        <Tile key={answer} name={text(`licenceReview.tile.${answer}`)}>
          {format.number(counts[answer])}
        </Tile>
      ))}
    </Tiles>
  );
}

function Lines({ checkInId, live }: { readonly checkInId: string; readonly live: boolean }) {
  const text = useText();
  const styles = useStyles();
  const [filter, setFilter] = useState<ReviewFilter>({ search: "", answer: null });
  const query = useReviewResults(checkInId, filter, live);
  const lines = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className={styles.filters}>
        <DeviceSearch
          className={styles.search}
          placeholder={text("licenceReview.result.search")}
          value={filter.search}
          onChange={(search) => setFilter((before) => ({ ...before, search }))}
        />
        <Choice
          className={styles.choice}
          label={text("licenceReview.result.filter")}
          any={text("licenceReview.result.any")}
          values={answerFilters}
          word={(each) =>
            text(each === "none" ? "licenceReview.result.no-answer" : `licenceReview.tile.${each}`)
          }
          value={filter.answer}
          onChange={(answer) => setFilter((before) => ({ ...before, answer }))}
        />
      </div>
      {query.isPending && <LoadingState rows={4} />}
      {query.isError && lines.length === 0 && (
        <ErrorState
          title={text("licenceReview.result.failed")}
          problem={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && lines.length === 0 && <span>{text("licenceReview.result.none")}</span>}
      {lines.length > 0 && <ReviewTable lines={lines} />}
      {query.hasNextPage && (
        <div className={styles.more}>
          <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {text("licenceReview.result.more")}
          </Button>
        </div>
      )}
    </>
  );
}
