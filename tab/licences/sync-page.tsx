import { Button, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { GraphSyncAnswer } from "../../src/contracts/graph-sync-contract";
import type { LicenceOverviewAnswer } from "../../src/contracts/licence-contract";
import { syncParts } from "../../src/domain/graph-sync/sync-part";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { ProblemMessage } from "../shell/problem-message";
import { TeamCard } from "../teams/team-card";
import { TeamLink } from "../teams/team-link";
import { DemonstrationNote } from "./demonstration-note";
import { SyncParts } from "./sync-parts";
import { SyncRuns } from "./sync-runs";
import { SyncUses } from "./sync-uses";
import { SyncWaiting } from "./sync-waiting";
import { useForgetLicences, useLicenceOverview, useStartSync, useSyncRuns } from "./use-licences";

const useStyles = makeStyles({
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
});

/** What is read from Microsoft 365, how that went, and the button that starts it. */
export function SyncPage() {
  const { can } = useMe();
  return can["graph-sync.read"] && can["licence.read"] ? <Sync /> : <NotFoundPage />;
}

function Sync() {
  const text = useText();
  const styles = useStyles();
  const overview = useLicenceOverview();
  const runs = useSyncRuns();
  const items = runs.data?.items ?? [];
  const running = items.find(({ state }) => state === "running");
  useReadAnewAfter(running?.id ?? null);
  return (
    <>
      <PageHeader
        title={text("licence.sync.title")}
        intro={text("licence.sync.intro")}
        actions={<TeamLink to="/licences">{text("licence.back")}</TeamLink>}
      />
      {(overview.isPending || runs.isPending) && <LoadingState rows={6} />}
      {overview.isError && overview.data === undefined && (
        <ErrorState problem={overview.error} onRetry={() => void overview.refetch()} />
      )}
      {overview.data && runs.data && (
        <div className={styles.parts}>
          <DemonstrationNote />
          <Start connected={overview.data.connected} running={running ?? null} />
          {overview.data.waiting !== null && <SyncWaiting waiting={overview.data.waiting} />}
          <SyncParts parts={overview.data.parts} />
          <SyncUses />
          <SyncRuns runs={items} />
        </div>
      )}
    </>
  );
}

/** When the sync that was under way has ended, what it brought is shown. */
function useReadAnewAfter(running: string | null): void {
  const before = useRef<string | null>(null);
  const forget = useForgetLicences();
  useEffect(() => {
    if (before.current !== null && running === null) void forget();
    before.current = running;
  }, [running, forget]);
}

interface StartProps {
  readonly connected: LicenceOverviewAnswer["connected"];
  readonly running: GraphSyncAnswer | null;
}

function Start({ connected, running }: StartProps) {
  const text = useText();
  const { can } = useMe();
  const start = useStartSync();
  if (!connected) return <Text>{text("licence.sync.notConnected")}</Text>;
  return (
    <div>
      {start.error !== null && (
        <ProblemMessage title={text("licence.sync.startFailed")} problem={start.error} />
      )}
      {running !== null && <Progress run={running} />}
      {running === null && can["graph-sync.run"] && (
        <Button appearance="primary" disabledFocusable={start.isPending} onClick={() => start.mutate()}>
          {text("licence.sync.start")}
        </Button>
      )}
      {running === null && !can["graph-sync.run"] && <Text>{text("licence.sync.onlyAdministrator")}</Text>}
    </div>
  );
}

function Progress({ run: { counts } }: { readonly run: GraphSyncAnswer }) {
  const text = useText();
  const format = useFormat();
  const read = syncParts
    .filter((name) => counts[name] !== undefined)
    .map((name) => `${text(`licence.part.${name}`)} ${format.number(counts[name] ?? 0)}`)
    .join(", ");
  return (
    <TeamCard title={text("licence.sync.running")}>
      <ProgressBar aria-label={text("licence.sync.running")} />
      <Text role="status">
        {read === "" ? text("licence.sync.justBegun") : text("licence.sync.read", { counts: read })}
      </Text>
    </TeamCard>
  );
}
