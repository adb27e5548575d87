import { Button } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons/svg/clipboard-task-list-ltr";
import { lazy, Suspense, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { keptSearch } from "../shell/kept-address";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { PortfolioTimeline } from "./portfolio-timeline";
import { RolloutList } from "./rollout-list";
import { useRollouts } from "./use-rollouts";

const VendorSection = lazy(async () => ({
  default: (await import("./vendor-section")).VendorSection,
}));
const NewRolloutDialog = lazy(async () => ({
  default: (await import("./new-rollout-dialog")).NewRolloutDialog,
}));

/** All rollouts on one calendar, and how far each is. */
export function RolloutsPage() {
  const { can } = useMe();
  return can["rollout.read"] ? <Rollouts mayChange={can["rollout.change"]} /> : <NotFoundPage />;
}

function Rollouts({ mayChange }: { readonly mayChange: boolean }) {
  const text = useText();
  const { can } = useMe();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [planning, setPlanning] = useState(false);
  const rememberOpener = useFocusReturn(planning);
  const query = useRollouts();
  const rollouts = query.data?.pages.flatMap((page) => page.items) ?? [];
  const open = (id: string) =>
    void navigate({ pathname: `/rollouts/${encodeURIComponent(id)}`, search: keptSearch(search) });
  const plan = () => {
    rememberOpener();
    setPlanning(true);
  };
  const newButton = mayChange ? (
    <Button appearance="primary" icon={<AddRegular />} onClick={plan}>
      {text("rollout.new")}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader title={text("rollout.title")} intro={text("rollout.intro")} actions={newButton} />
      {query.isPending && <LoadingState rows={4} rowHeight={64} />}
      {query.isError && rollouts.length === 0 && (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && rollouts.length === 0 && (
        <EmptyState
          icon={<ClipboardTaskListLtrRegular />}
          title={text("rollout.empty.title")}
          text={text("rollout.empty.text")}
        />
      )}
      {rollouts.length > 0 && <PortfolioTimeline rollouts={rollouts} />}
      {rollouts.length > 0 && <RolloutList rollouts={rollouts} />}
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()}>{text("rollout.more")}</Button>
      )}
      {can["vendor-change.read"] && (
        <Suspense>
          <VendorSection mayChange={mayChange} onPlanned={({ id }) => open(id)} />
        </Suspense>
      )}
      {planning && (
        <Suspense>
          <NewRolloutDialog onClose={() => setPlanning(false)} onPlanned={({ id }) => open(id)} />
        </Suspense>
      )}
    </>
  );
}
