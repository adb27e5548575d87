import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { useCallback } from "react";
import { useSearchParams } from "react-router";
import type { LicenceOverviewAnswer } from "../../src/contracts/licence-contract";
import { DeviceSearch } from "../inventory/device-search";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { TeamLink } from "../teams/team-link";
import { DemonstrationNote } from "./demonstration-note";
import { LicenceTable } from "./licence-table";
import { LicenceTiles } from "./licence-tiles";
import { WhenRead } from "./unread-licences";
import { useLicenceOverview, useLicences } from "./use-licences";

const useStyles = makeStyles({
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  total: { marginBlock: `0 ${tokens.spacingVerticalS}`, fontWeight: tokens.fontWeightSemibold },
  search: { maxWidth: "420px", width: "100%" },
  more: { display: "flex", justifyContent: "center", padding: tokens.spacingVerticalM },
});

/** What was bought, who holds it and what it costs; a product opens its own page. */
export function LicencesPage() {
  const { can } = useMe();
  return can["licence.read"] ? <Licences /> : <NotFoundPage />;
}

function Licences() {
  const text = useText();
  const styles = useStyles();
  const overview = useLicenceOverview();
  return (
    <>
      <PageHeader
        title={text("licence.title")}
        intro={text("licence.intro")}
        actions={
          <>
            <TeamLink to="/licences/costs">{text("licenceMoney.costs.title")}</TeamLink>
            <TeamLink to="/licences/overlaps">{text("licenceMoney.overlaps.title")}</TeamLink>
            <TeamLink to="/licences/renewals">{text("licenceMoney.renewals.title")}</TeamLink>
            <TeamLink to="/licences/prices">{text("licenceMoney.prices.title")}</TeamLink>
            <TeamLink to="/licences/sync">{text("licence.sync.title")}</TeamLink>
          </>
        }
      />
      {overview.isPending && <LoadingState rows={6} rowHeight={64} />}
      {overview.isError && overview.data === undefined && (
        <ErrorState
          title={text("licence.listFailed")}
          problem={overview.error}
          onRetry={() => void overview.refetch()}
        />
      )}
      {overview.data && (
        <div className={styles.parts}>
          <DemonstrationNote />
          <WhenRead needs={["skus"]}>
            <Known overview={overview.data} />
          </WhenRead>
        </div>
      )}
    </>
  );
}

function Known({ overview }: { readonly overview: LicenceOverviewAnswer }) {
  const text = useText();
  const styles = useStyles();
  const [params, setParams] = useSearchParams();
  const search = (params.get("q") ?? "").slice(0, 200).trim();
  const change = useCallback(
    (words: string) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          if (words === "") next.delete("q");
          else next.set("q", words);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return (
    <>
      <LicenceTiles overview={overview} />
      {/* biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know <search> yet */}
      <div role="search" aria-label={text("inventory.filters")}>
        <DeviceSearch
          className={styles.search}
          placeholder={text("licence.searchPlaceholder")}
          value={search}
          onChange={change}
        />
      </div>
      <List search={search} />
    </>
  );
}

function List({ search }: { readonly search: string }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const query = useLicences(search);
  const licences = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  if (query.isPending) return <LoadingState rows={6} rowHeight={64} />;
  if (query.isError && licences.length === 0) {
    const retry = () => void query.refetch();
    return <ErrorState title={text("licence.listFailed")} problem={query.error} onRetry={retry} />;
  }
  if (licences.length === 0) {
    return (
      <EmptyState
        icon={<SearchRegular />}
        title={text("licence.noMatch.title")}
        text={text("licence.noMatch.text")}
      />
    );
  }
  return (
    <div aria-busy={query.isFetching}>
      <p className={styles.total} role="status">
        {text("licence.total", { count: total, total: format.number(total) })}
      </p>
      <LicenceTable licences={licences} />
      {query.hasNextPage && (
        <div className={styles.more}>
          <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {text("licence.more")}
          </Button>
        </div>
      )}
    </div>
  );
}
