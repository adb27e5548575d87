import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { BoxRegular } from "@fluentui/react-icons/svg/box";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { exportApplications } from "../../src/contracts/export-contract";
import { DisclosureButton } from "../disclosure/disclosure-button";
import { ExportMenu } from "../export/export-menu";
import { ImportButton } from "../import/import-button";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { MoreRows } from "../shell/more-rows";
import { useNearEnd } from "../shell/use-near-end";
import { ApplicationFilters } from "./application-filters";
import { ApplicationFrame } from "./application-frame";
import { ApplicationTable } from "./application-table";
import {
  type ApplicationView,
  hasFilters,
  noFilters,
  readView,
  toDisclosureQuery,
  toExportQuery,
  writeView,
} from "./application-view";
import { useApplications } from "./use-applications";
import { useOpened } from "./use-opened";

const AddApplicationDialog = lazy(async () => ({
  default: (await import("./form/add-application-dialog")).AddApplicationDialog,
}));

const useStyles = makeStyles({
  total: { fontWeight: tokens.fontWeightSemibold },
});

/** The register of applications: filters, the list, and the details of the one that the address names. */
export function ApplicationsPage() {
  const text = useText();
  const { can } = useMe();
  const opened = useOpened();
  const [adding, setAdding] = useState(false);
  const rememberOpener = useFocusReturn(adding);
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback(
    (wanted: Partial<ApplicationView>, replace = false) =>
      setParams((now) => writeView({ ...readView(now), ...wanted }, now), { replace }),
    [setParams],
  );
  const search = useCallback((words: string) => change({ search: words }, true), [change]);
  const add = () => {
    rememberOpener();
    setAdding(true);
  };
  const button = can["application.change"] && (
    <Button appearance="primary" icon={<AddRegular />} onClick={add}>
      {text("application.add")}
    </Button>
  );
  return (
    <ApplicationFrame
      title={text("application.title")}
      intro={text("application.subtitle")}
      actions={
        <>
          <ExportMenu endpoints={exportApplications} query={toExportQuery(view)} />
          <ImportButton kind="applications" />
          <DisclosureButton query={toDisclosureQuery(view)} />
          {button}
        </>
      }
      opened={opened}
    >
      <ApplicationFilters view={view} onSearch={search} onChange={(wanted) => change(wanted)} />
      <ListSection view={view} onChange={(wanted) => change(wanted)} onOpen={opened.open} />
      <Suspense fallback={null}>
        {adding && <AddApplicationDialog onClose={() => setAdding(false)} onAdded={opened.open} />}
      </Suspense>
    </ApplicationFrame>
  );
}

interface SectionProps {
  readonly view: ApplicationView;
  readonly onChange: (change: Partial<ApplicationView>) => void;
  readonly onOpen: (id: string) => void;
}

function ListSection({ view, onChange, onOpen }: SectionProps) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const query = useApplications(view);
  const onNearEnd = useNearEnd(query);
  const { applications, total } = query;
  if (query.isPending) return <LoadingState rows={10} />;
  if (query.isError && applications.length === 0) {
    const retry = () => void query.refetch();
    return <ErrorState title={text("application.errorTitle")} problem={query.error} onRetry={retry} />;
  }
  if (applications.length === 0) return <NoApplications view={view} onClear={() => onChange(noFilters)} />;
  return (
    <div aria-busy={query.isFetching}>
      <p className={styles.total} role="status">
        {text("application.total", { count: total, total: format.number(total) })}
      </p>
      <ApplicationTable onSort={onChange} {...{ applications, total, view, onOpen, onNearEnd }} />
      <MoreRows
        query={query}
        loading={text("application.loadingMore")}
        failed={text("application.moreFailed")}
      />
    </div>
  );
}

function NoApplications({ view, onClear }: { readonly view: ApplicationView; readonly onClear: () => void }) {
  const text = useText();
  if (hasFilters(view)) {
    return (
      <EmptyState
        icon={<SearchRegular />}
        title={text("application.noMatchTitle")}
        text={text("application.noMatchText")}
        action={<Button onClick={onClear}>{text("inventory.clearFilters")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<BoxRegular />}
      title={text("application.emptyTitle")}
      text={text("application.emptyText")}
    />
  );
}
