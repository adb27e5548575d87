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
import { FindingDialog } from "./finding-dialog";
import { FindingFilters } from "./finding-filters";
import { FindingGlance } from "./finding-glance";
import { FindingList } from "./finding-list";
import { anyFinding, type FindingView, isNarrowed, readFindingView, writeFindingView } from "./finding-view";
import { useFindings } from "./use-findings";

/** What to do next, from everything joined. */
export function FindingsPage() {
  const { can } = useMe();
  return can["finding.read"] ? <Findings mayDecide={can["finding.change"]} /> : <NotFoundPage />;
}

function Findings({ mayDecide }: { readonly mayDecide: boolean }) {
  const text = useText();
  const [params, setParams] = useSearchParams();
  const view = readFindingView(params);
  const opened = params.get("finding");
  const rememberOpener = useFocusReturn(opened !== null, focusHeading);
  const change = (part: Partial<FindingView>) =>
    setParams((now) => writeFindingView({ ...readFindingView(now), ...part }, now), { replace: true });
  const open = (id: string | null) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (id === null) next.delete("finding");
      else next.set("finding", id);
      return next;
    });
  return (
    <>
      <PageHeader title={text("finding.title")} intro={text("finding.intro")} />
      <FindingGlance mayLook={mayDecide} />
      <FindingFilters view={view} mayOwn={mayDecide} onChange={change} />
      <Found
        view={view}
        onClear={() => change(anyFinding)}
        onOpen={(id) => {
          rememberOpener();
          open(id);
        }}
      />
      {opened !== null && <FindingDialog key={opened} id={opened} onClose={() => open(null)} />}
    </>
  );
}

interface FoundProps {
  readonly view: FindingView;
  readonly onClear: () => void;
  readonly onOpen: (id: string) => void;
}

function Found({ view, onClear, onOpen }: FoundProps) {
  const text = useText();
  const findings = useFindings(view);
  const items = findings.data?.pages.flatMap((page) => page.items) ?? [];
  if (findings.isPending) return <LoadingState rows={5} rowHeight={72} />;
  if (findings.isError && findings.data === undefined) {
    return <ErrorState problem={findings.error} onRetry={() => void findings.refetch()} />;
  }
  if (items.length === 0) return <NothingFound narrowed={isNarrowed(view)} onClear={onClear} />;
  return (
    <>
      <p role="status">
        <Text size={200}>{text("finding.total", { count: findings.data?.pages[0]?.total ?? 0 })}</Text>
      </p>
      <FindingList items={items} onOpen={onOpen} />
      {findings.hasNextPage && (
        <Button onClick={() => void findings.fetchNextPage()}>{text("common.more")}</Button>
      )}
    </>
  );
}

function NothingFound({ narrowed, onClear }: { readonly narrowed: boolean; readonly onClear: () => void }) {
  const text = useText();
  return narrowed ? (
    <EmptyState
      title={text("finding.noMatch.title")}
      text={text("finding.noMatch.text")}
      action={<Button onClick={onClear}>{text("finding.clear")}</Button>}
    />
  ) : (
    <EmptyState
      icon={<CheckmarkCircleRegular />}
      title={text("finding.empty.title")}
      text={text("finding.empty.text")}
    />
  );
}
