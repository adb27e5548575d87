import { setImmediate as otherRequests } from "node:timers/promises";
import { recordEvents } from "../../database/stores/audit-store";
import { inChunks, inWrites } from "../../database/stores/chunks";
import { claimRound, endRound, lastRound } from "../../database/stores/finding-round-store";
import { allFindings, insertFindings, updateFinding } from "../../database/stores/finding-store";
import type { Finding } from "../../domain/finding/finding";
import { firstSeen, isRoundDue, settle } from "../../domain/finding/finding-round";
import { addDays, type Instant, toInstant } from "../../domain/instant";
import type { LicenceReference } from "../licence/licence-reference";
import type { ServiceContext } from "../service-context";
import { draftFindings } from "./finding-facts";

/** A round that takes longer died with its process; another may begin. */
const leaseDays = 1 / 96;

export interface RoundResult {
  /** How many show now that did not before. */
  readonly appeared: number;
  /** How many show no more. */
  readonly gone: number;
  readonly showing: number;
}

/**
 * Looks through everything joined and brings the findings up to date; what people decided stays with them.
 * @param askedBy who wants it now; null at night
 * @returns null while another round runs, on this replica or another
 */
export async function runRound(
  context: ServiceContext,
  reference: LicenceReference,
  askedBy: string | null,
): Promise<RoundResult | null> {
  const { gateway, clock } = context;
  const lease = addDays(clock.now(), leaseDays);
  if (!(await gateway.write((tx) => claimRound(tx, toInstant(clock.now()), toInstant(lease))))) {
    return null;
  }
  let finishedAt: Instant | null = null;
  try {
    const drafts = await draftFindings(context, reference);
    const stored = await gateway.read(allFindings);
    await otherRequests();
    const now = clock.now();
    const { appeared, changed } = settle(stored, drafts, now);
    await otherRequests();
    const fresh = appeared.map((draft) => firstSeen(draft, context.newId(), toInstant(now)));
    await writing(context, fresh)((tx) => insertFindings(tx, fresh));
    await writeChanged(context, stored, changed);
    finishedAt = toInstant(clock.now());
    const result = { appeared: appeared.length, gone: changed.filter(isGone).length, showing: drafts.length };
    if (askedBy !== null) await tell(context, askedBy, result);
    return result;
  } finally {
    await gateway.write((tx) => endRound(tx, finishedAt));
  }
}

/** Whether no round of tonight came to its end yet. */
export async function isNightDue(context: ServiceContext): Promise<boolean> {
  return isRoundDue(await context.gateway.read(lastRound), context.clock.now());
}

/** What somebody decided meanwhile stands: the next round brings its figures up to date. */
async function writeChanged(
  context: ServiceContext,
  stored: readonly Finding[],
  changed: readonly Finding[],
): Promise<void> {
  const versions = new Map(stored.map(({ id, version }) => [id, version]));
  const write = writing(context, changed);
  const pieces = write === context.gateway.write ? inWrites<Finding> : inChunks<Finding>;
  await pieces(changed, (chunk) =>
    write(async (tx) => {
      for (const finding of chunk) await updateFinding(tx, finding, versions.get(finding.id) ?? 0);
    }),
  );
}

/** From so many findings on, starting a thread takes less than their commit. */
const worthAThread = 1_000;

function writing(
  { gateway }: ServiceContext,
  findings: readonly unknown[],
): ServiceContext["gateway"]["write"] {
  return findings.length < worthAThread ? gateway.write : gateway.writeApart;
}

function isGone({ present }: Finding): boolean {
  return !present;
}

async function tell(context: ServiceContext, actorId: string, result: RoundResult): Promise<void> {
  const at = toInstant(context.clock.now());
  const changes = Object.entries(result).map(([field, to]) => ({ field, from: null, to }));
  const what = {
    action: "findings.looked-for",
    subjectKind: "finding",
    subjectId: "all",
    changes,
    reason: null,
  };
  await context.gateway.write((tx) =>
    recordEvents(tx, [{ id: context.newId(), at, actorId, door: "tab", ...what }]),
  );
}
