import { groupBy } from "../grouping";
import { type DeviceFact, isHeldByLeaver, unconfirmedAt } from "../team-gap";
import type { FindingDraft, FindingEvidence, Severity } from "./finding";

/** A device in somebody's hands, with the team that it belongs to. */
export interface HeldDevice extends Pick<DeviceFact, "id" | "holder" | "purchaseDate" | "lastConfirmedAt"> {
  readonly teamId: string | null;
}

const plain = { ownerId: null, saving: null, actBy: null } as const;

/**
 * Kit that people who have left still hold, one finding a person and team: it carries the council's data.
 * Source: product.md, "leavers (kit to hand back)".
 */
export function kitHeldByLeavers(devices: readonly HeldDevice[]): FindingDraft[] {
  const held = devices.filter(isHeldByLeaver);
  const byHolder = groupBy(held, ({ holder, teamId }) => `${holder?.id ?? ""}|${teamId ?? ""}`);
  return [...byHolder.values()].flatMap((kit) => {
    const [{ holder, teamId }] = kit;
    if (holder === null) return [];
    return {
      ...plain,
      kind: "kit-held-by-leaver",
      severity: "high",
      subject: { kind: "person", id: holder.id },
      teamId,
      count: kit.length,
      evidence: kit.map((device) => shown(device)),
    };
  });
}

/**
 * Kit that its holders have not confirmed for a year, one finding a team: the register may be wrong about it.
 * Half of what a team holds makes it medium. Devices of no team are one finding of their own.
 * Source: `unconfirmedDays` of the team's gaps.
 */
export function notConfirmed(devices: readonly HeldDevice[], now: Date): FindingDraft[] {
  const held = devices.filter(({ holder }) => holder !== null);
  const isUnconfirmed = unconfirmedAt(now);
  return [...groupBy(held, ({ teamId }) => teamId)].flatMap(([teamId, kit]) => {
    const found = kit.filter(isUnconfirmed);
    if (found.length === 0) return [];
    const severity: Severity = found.length * 2 >= kit.length ? "medium" : "low";
    return {
      ...plain,
      kind: "not-confirmed",
      severity,
      subject: { kind: "team", id: teamId ?? "" },
      teamId,
      count: found.length,
      evidence: longestFirst(found.map((device) => shown(device))),
    };
  });
}

function shown({ id, lastConfirmedAt }: HeldDevice): FindingEvidence {
  return { kind: "device", id, day: lastConfirmedAt, figure: null };
}

/** Never confirmed comes before all. */
function longestFirst(evidence: readonly FindingEvidence[]): FindingEvidence[] {
  return [...evidence].sort((a, b) => ((a.day ?? "") < (b.day ?? "") ? -1 : 1));
}
