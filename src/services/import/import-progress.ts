import type { Gateway } from "../../database/gateway";
import { type AppliedUnderKey, importWithKey } from "../../database/stores/import-store";
import type { ImportPhase, ImportProgress, ProgressTeller } from "../../domain/import/progress";
import type { Caller } from "../../domain/permission";
import type { ServiceContext } from "../service-context";

interface Followed {
  readonly actorId: string;
  progress: ImportProgress;
}

/** Imports of this process that can be asked for, oldest first. */
const followed = new WeakMap<Gateway, Map<string, Followed>>();
/** An import that is over is found by what it wrote; so many are remembered for those that wrote nothing. */
const mostFollowed = 200;

/** From now on the import can be asked for by its key. */
export function follow({ gateway }: ServiceContext, caller: Caller, key: string): ProgressTeller {
  const imports = followed.get(gateway) ?? new Map<string, Followed>();
  followed.set(gateway, imports);
  const one: Followed = { actorId: caller.person.id, progress: atBeginOf("reading", 0) };
  imports.delete(key);
  imports.set(key, one);
  for (const oldest of imports.keys()) {
    if (imports.size <= mostFollowed) break;
    imports.delete(oldest);
  }
  return {
    begin(phase, rowsTotal) {
      one.progress = atBeginOf(phase, rowsTotal);
    },
    add(rows) {
      one.progress = { ...one.progress, rowsDone: one.progress.rowsDone + rows };
    },
  };
}

export interface AskedProgress extends Omit<ImportProgress, "phase"> {
  /** Unknown is a key under which this caller imported nothing yet: who asks may be ahead of the file. */
  readonly phase: ImportPhase | "unknown";
  /** What was written, once it is. */
  readonly applied: AppliedUnderKey | null;
}

/** How far one's own import has come; also after the process that ran it is gone. */
export async function progressOf(
  { gateway }: ServiceContext,
  caller: Caller,
  key: string,
): Promise<AskedProgress> {
  const actorId = caller.person.id;
  const one = followed.get(gateway)?.get(key);
  const own = one?.actorId === actorId ? one.progress : null;
  if (own !== null && own.phase !== "done") return { ...own, applied: null };
  const applied = await gateway.read((reader) => importWithKey(reader, actorId, key));
  if (applied !== null) {
    const { total } = applied.rows;
    return { phase: "done", rowsDone: total, rowsTotal: total, applied };
  }
  return own === null
    ? { phase: "unknown", rowsDone: 0, rowsTotal: 0, applied: null }
    : { ...own, applied: null };
}

function atBeginOf(phase: ImportPhase, rowsTotal: number): ImportProgress {
  return { phase, rowsDone: 0, rowsTotal };
}
