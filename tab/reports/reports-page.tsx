import { Button, Text } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { useSearchParams } from "react-router";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { focusHeading, PageHeader } from "../shell/page-header";
import { ReportDialog } from "./report-dialog";
import { ReportFilters } from "./report-filters";
import { ReportList } from "./report-list";
import { isNarrowed, type ReportView, readReportView, writeReportView } from "./report-view";
import { useReports } from "./use-reports";

const anyReport: ReportView = { kind: null, state: "to-do", team: null, mine: false, search: "" };

/** What holders reported, as a list of things to do. */
export function ReportsPage() {
  const { can } = useMe();
  return can["problem.read"] ? <Reports mayOwn={can["device.change"]} /> : <NotFoundPage />;
}

function Reports({ mayOwn }: { readonly mayOwn: boolean }) {
  const text = useText();
  const [params, setParams] = useSearchParams();
  const view = readReportView(params);
  const opened = params.get("report");
  const rememberOpener = useFocusReturn(opened !== null, focusHeading);
  const change = (part: Partial<ReportView>) =>
    setParams((now) => writeReportView({ ...readReportView(now), ...part }, now), { replace: true });
  const open = (id: string | null) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (id === null) next.delete("report");
      else next.set("report", id);
      return next;
    });
  return (
    <>
      <PageHeader title={text("report.title")} intro={text("report.intro")} />
      <ReportFilters view={view} mayOwn={mayOwn} onChange={change} />
      <FoundReports
        view={view}
        onClear={() => change(anyReport)}
        onOpen={(id) => {
          rememberOpener();
          open(id);
        }}
      />
      {opened !== null && <ReportDialog key={opened} id={opened} onClose={() => open(null)} />}
    </>
  );
}

interface FoundProps {
  readonly view: ReportView;
  readonly onClear: () => void;
  readonly onOpen: (id: string) => void;
}

function FoundReports({ view, onClear, onOpen }: FoundProps) {
  const text = useText();
  const reports = useReports(view);
  const items = reports.data?.pages.flatMap((page) => page.items) ?? [];
  const total = reports.data?.pages[0]?.total ?? 0;
  if (reports.isPending) return <LoadingState rows={5} rowHeight={72} />;
  if (reports.isError && reports.data === undefined) {
    return <ErrorState problem={reports.error} onRetry={() => void reports.refetch()} />;
  }
  if (items.length === 0) {
    return isNarrowed(view) ? (
      <EmptyState
        title={text("report.noMatch.title")}
        text={text("report.noMatch.text")}
        action={<Button onClick={onClear}>{text("report.clear")}</Button>}
      />
    ) : (
      <EmptyState
        icon={<CheckmarkCircleRegular />}
        title={text("report.empty.title")}
        text={text("report.empty.text")}
      />
    );
  }
  return (
    <>
      <p role="status">
        <Text size={200}>{text("report.total", { count: total })}</Text>
      </p>
      <ReportList items={items} onOpen={onOpen} />
      {reports.hasNextPage && (
        <Button onClick={() => void reports.fetchNextPage()}>{text("common.more")}</Button>
      )}
    </>
  );
}
