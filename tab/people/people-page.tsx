import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { PeopleRegular } from "@fluentui/react-icons/svg/people";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { exportPeople } from "../../src/contracts/export-contract";
import { ExportMenu } from "../export/export-menu";
import { ImportButton } from "../import/import-button";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { looksAfterOthers, useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { MoreRows } from "../shell/more-rows";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { useNearEnd } from "../shell/use-near-end";
import { PeopleFilters } from "./people-filters";
import { PeopleTable } from "./people-table";
import { hasFilters, noFilters, type PeopleView, readView, toQuery, writeView } from "./people-view";
import { usePeople } from "./use-person";

const useStyles = makeStyles({
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  total: { marginBlock: `0 ${tokens.spacingVerticalS}`, fontWeight: tokens.fontWeightSemibold },
});

/** Everybody in the caller's scope, by any part of a name; a name opens the person. */
export function PeoplePage() {
  const me = useMe();
  return me.can["person.read"] && looksAfterOthers(me) ? <People /> : <NotFoundPage />;
}

function People() {
  const styles = useStyles();
  const text = useText();
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback(
    (wanted: Partial<PeopleView>, replace = false) =>
      setParams((now) => writeView({ ...readView(now), ...wanted }, now), { replace }),
    [setParams],
  );
  const search = useCallback((words: string) => change({ search: words }, true), [change]);
  return (
    <>
      <PageHeader
        title={text("person.title")}
        intro={text("person.subtitle")}
        actions={
          <>
            <ExportMenu endpoints={exportPeople} query={toQuery(view)} />
            <ImportButton kind="people" />
          </>
        }
      />
      <div className={styles.parts}>
        <PeopleFilters view={view} onSearch={search} onChange={(wanted) => change(wanted)} />
        <ListSection view={view} onChange={(wanted) => change(wanted)} />
      </div>
    </>
  );
}

interface SectionProps {
  readonly view: PeopleView;
  readonly onChange: (change: Partial<PeopleView>) => void;
}

function ListSection({ view, onChange }: SectionProps) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const query = usePeople(view);
  const onNearEnd = useNearEnd(query);
  const { people, total } = query;
  if (query.isPending) return <LoadingState rows={10} />;
  if (query.isError && people.length === 0) {
    const retry = () => void query.refetch();
    return <ErrorState title={text("person.listFailed")} problem={query.error} onRetry={retry} />;
  }
  if (people.length === 0) return <Nobody view={view} onClear={() => onChange(noFilters)} />;
  return (
    <div aria-busy={query.isFetching}>
      <p className={styles.total} role="status">
        {text("person.total", { count: total, total: format.number(total) })}
      </p>
      <PeopleTable people={people} total={total} view={view} onSort={onChange} onNearEnd={onNearEnd} />
      <MoreRows query={query} loading={text("person.loadingMore")} failed={text("person.moreFailed")} />
    </div>
  );
}

function Nobody({ view, onClear }: Pick<SectionProps, "view"> & { readonly onClear: () => void }) {
  const text = useText();
  if (!hasFilters(view)) {
    return (
      <EmptyState
        icon={<PeopleRegular />}
        title={text("person.emptyTitle")}
        text={text("person.emptyText")}
      />
    );
  }
  return (
    <EmptyState
      icon={<SearchRegular />}
      title={text("person.noMatchTitle")}
      text={text("person.noMatchText")}
      action={<Button onClick={onClear}>{text("inventory.clearFilters")}</Button>}
    />
  );
}
