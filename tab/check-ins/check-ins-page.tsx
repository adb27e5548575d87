import { Button } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { ChatMultipleRegular } from "@fluentui/react-icons/svg/chat-multiple";
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
import { CheckInList } from "./check-in-list";
import { SendingHeld } from "./sending-held";
import { SendingPaused } from "./sending-paused";
import { useCheckIns } from "./use-check-ins";

const NewCheckInDialog = lazy(async () => ({
  default: (await import("./new-check-in-dialog")).NewCheckInDialog,
}));

/** What has been asked of people, and how many answered. */
export function CheckInsPage() {
  const { can } = useMe();
  return can["check-in.read"] ? <CheckIns mayChange={can["check-in.change"]} /> : <NotFoundPage />;
}

function CheckIns({ mayChange }: { readonly mayChange: boolean }) {
  const text = useText();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const rememberOpener = useFocusReturn(creating);
  const checkIns = useCheckIns();
  const items = checkIns.data?.pages.flatMap((page) => page.items) ?? [];
  const create = () => {
    rememberOpener();
    setCreating(true);
  };
  const newButton = mayChange ? (
    <Button appearance="primary" icon={<AddRegular />} onClick={create}>
      {text("checkIn.new")}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader title={text("checkIn.title")} intro={text("checkIn.intro")} actions={newButton} />
      {checkIns.isPending && <LoadingState rows={4} rowHeight={64} />}
      {checkIns.isError && <ErrorState problem={checkIns.error} onRetry={() => void checkIns.refetch()} />}
      {checkIns.isSuccess && items.length === 0 && (
        <EmptyState
          icon={<ChatMultipleRegular />}
          title={text("checkIn.empty.title")}
          text={text("checkIn.empty.text")}
        />
      )}
      <SendingHeld />
      <SendingPaused
        above
        since={items.find((item) => item.sendingPausedSince !== null)?.sendingPausedSince}
      />
      {items.length > 0 && <CheckInList items={items} />}
      {checkIns.hasNextPage && (
        <Button onClick={() => void checkIns.fetchNextPage()}>{text("common.more")}</Button>
      )}
      {creating && (
        <Suspense>
          <NewCheckInDialog
            onClose={() => setCreating(false)}
            onSaved={({ id }) =>
              void navigate(`/check-ins/${encodeURIComponent(id)}`, { state: { launch: true } })
            }
          />
        </Suspense>
      )}
    </>
  );
}
