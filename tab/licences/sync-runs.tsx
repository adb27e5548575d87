import type { GraphSyncAnswer } from "../../src/contracts/graph-sync-contract";
import { demonstrationSyncId } from "../../src/domain/graph-sync/demonstration";
import { type Column, DataTable } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { TeamCard } from "../teams/team-card";

/** The latest syncs, and what each came to. */
export function SyncRuns({ runs }: { readonly runs: readonly GraphSyncAnswer[] }) {
  const text = useText();
  const format = useFormat();
  const columns: Column<GraphSyncAnswer>[] = [
    {
      key: "started",
      heading: text("licence.sync.started"),
      cell: ({ startedAt }) => format.dateTime(startedAt),
    },
    {
      key: "ended",
      heading: text("licence.sync.took"),
      room: "wide",
      cell: ({ finishedAt }) => format.dateTime(finishedAt),
    },
    {
      key: "by",
      heading: text("licence.sync.by"),
      room: "wide",
      cell: ({ requestedBy }) => text(requestedBy === null ? "licence.sync.byClock" : "licence.sync.byHand"),
    },
    {
      key: "result",
      heading: text("licence.sync.result"),
      cell: ({ id, state }) =>
        text(id === demonstrationSyncId ? "licence.sync.madeUp" : `licence.sync.run.${state}`),
    },
  ];
  return (
    <TeamCard title={text("licence.sync.runs")}>
      {runs.length === 0 ? (
        <span>{text("licence.sync.noRuns")}</span>
      ) : (
        <DataTable label={text("licence.sync.runs")} columns={columns} items={runs} />
      )}
    </TeamCard>
  );
}
