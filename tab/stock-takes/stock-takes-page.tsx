import { Button } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons/svg/clipboard-task-list-ltr";
import { lazy, Suspense, useState } from "react";
import { useNavigate } from "react-router";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { StockTakeList } from "./stock-take-list";
import { useStockTakes } from "./use-stock-takes";

const NewStockTakeDialog = lazy(async () => ({
  default: (await import("./new-stock-take-dialog")).NewStockTakeDialog,
}));

/** What has been looked for, and what came of it. */
export function StockTakesPage() {
  const { can } = useMe();
  return can["stock-take.read"] ? <StockTakes mayChange={can["stock-take.change"]} /> : <NotFoundPage />;
}

function StockTakes({ mayChange }: { readonly mayChange: boolean }) {
  const text = useText();
  const navigate = useNavigate();
  const [starting, setStarting] = useState(false);
  const rememberOpener = useFocusReturn(starting);
  const query = useStockTakes();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const start = () => {
    rememberOpener();
    setStarting(true);
  };
  const newButton = mayChange ? (
    <Button appearance="primary" icon={<AddRegular />} onClick={start}>
      {text("stockTake.new")}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader title={text("stockTake.title")} intro={text("stockTake.intro")} actions={newButton} />
      {query.isPending && <LoadingState rows={4} rowHeight={64} />}
      {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && (
        <EmptyState
          icon={<ClipboardTaskListLtrRegular />}
          title={text("stockTake.empty.title")}
          text={text("stockTake.empty.text")}
        />
      )}
      {items.length > 0 && <StockTakeList items={items} />}
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{text("common.more")}</Button>}
      {starting && (
        <Suspense>
          <NewStockTakeDialog
            onClose={() => setStarting(false)}
            onStarted={({ id }) => void navigate(`/stock-takes/${encodeURIComponent(id)}`)}
          />
        </Suspense>
      )}
    </>
  );
}
