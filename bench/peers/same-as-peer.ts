import { isDeepStrictEqual } from "node:util";
import type { BenchRequest } from "../cases";
import type { Contender } from "../contender";
import { deviceColumns, type PeerRow, type RunningPeer } from "./peer";
import type { PeerCase, Wanted } from "./peer-cases";
import { askPeer } from "./peer-process";

/** What both say, in the same words. */
interface Told {
  readonly lines: readonly string[];
  readonly total: number;
  /** Ours counts no further than some number: there may be more. */
  readonly orMore?: boolean;
}

interface BothAsked {
  readonly ours: { readonly contender: Contender; readonly requests: readonly BenchRequest[] };
  readonly other: { readonly contender: RunningPeer; readonly requests: readonly BenchRequest[] };
}

/** @throws Error when the peer does not tell what ours tells: a fast wrong answer is no answer */
export async function refuseOtherAnswers(
  { ours: { name }, wanted }: PeerCase,
  { ours, other }: BothAsked,
): Promise<void> {
  if (ours.requests.length !== other.requests.length) throw new Error(`${name}: not asked the same`);
  for (const [at, request] of other.requests.entries()) {
    if (wanted === "new device") await refuseUnkept(other.contender, request);
    else {
      const mine = oursTold[wanted](await askPeer(ours.contender, ours.requests[at]?.path ?? ""));
      const its = peerTold(wanted, other.contender, await askPeer(other.contender, request.path));
      const sameTotal = mine.orMore ? its.total >= mine.total : its.total === mine.total;
      if (mine.lines.length > 0 && sameTotal && isDeepStrictEqual(mine.lines, its.lines)) continue;
      throw new Error(
        `${name}: other answers at ${request.path}\nours: ${excerpt(mine)}\nits: ${excerpt(its)}`,
      );
    }
  }
}

/** @throws Error when what the peer says it added cannot be read there afterwards */
async function refuseUnkept(peer: RunningPeer, { path, body }: BenchRequest): Promise<void> {
  const { api } = peer;
  const row = body?.() ?? {};
  const [added] = api.told.added(await askPeer(peer, path, { body: row }));
  const kept = api.told.device(await askPeer(peer, api.one(added ?? 0)));
  if ("id" in row && kept.id === row.id) return;
  throw new Error(`${path}: the new device is not there: ${excerpt(kept)}`);
}

type Read = Exclude<Wanted, "new device">;

interface OurDevice {
  readonly id: string;
  readonly assetTag: string;
  readonly status: string;
}

const lineOf = ({ id, assetTag, status }: OurDevice) => `${id} ${assetTag} ${status}`;

const oursTold: Readonly<Record<Read, (answer: unknown) => Told>> = {
  device: (answer) => ({ lines: [lineOf(answer as OurDevice)], total: 1 }),
  page(answer) {
    const { items, total, totalCapped } = answer as {
      items: OurDevice[];
      total: number;
      totalCapped: boolean;
    };
    return { lines: items.map(lineOf), total, orMore: totalCapped };
  },
  counts(answer) {
    const { groups } = answer as { groups: { team: string | null; status: string; count: number }[] };
    return countsTold(groups.map(({ team, status, count }) => `${team ?? ""} ${status} ${count}`));
  },
};

function peerTold(wanted: Read, { api: { told } }: RunningPeer, answer: unknown): Told {
  if (wanted === "device") return { lines: [rowLine(told.device(answer))], total: 1 };
  if (wanted === "page") {
    const { rows, total } = told.page(answer);
    return { lines: rows.map(rowLine), total };
  }
  return countsTold(
    told.counts(answer).map(({ team_id, status, count }) => `${team_id} ${status} ${Number(count)}`),
  );
}

function countsTold(lines: readonly string[]): Told {
  return { lines: [...lines].sort(), total: lines.length };
}

/** Every field has to be there that is asked for, whatever is in it. */
function rowLine(row: PeerRow): string {
  const missing = deviceColumns.filter((column) => !(column in row));
  return `${row.id} ${row.asset_tag} ${row.status}${missing.map((column) => `, no ${column}`).join("")}`;
}

function excerpt(value: unknown): string {
  return JSON.stringify(value).slice(0, 1_000);
}
