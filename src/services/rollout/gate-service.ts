import type { Reader } from "../../database/gateway";
import { findApplication } from "../../database/stores/application-store";
import { skusInForce } from "../../database/stores/graph/licence-store";
import { partsInForce } from "../../database/stores/graph/part-store";
import { releasedOn } from "../../database/stores/released-confidence-store";
import { openBlockersOf } from "../../database/stores/rollout/blocker-store";
import {
  championedTeams,
  devicesOfModel,
  inStockOfModel,
  seatsHeld,
  trainedOf,
  workingDevices,
} from "../../database/stores/rollout/readiness-store";
import { findRollout } from "../../database/stores/rollout/rollout-store";
import { findWave } from "../../database/stores/rollout/wave-store";
import { type Instant, toInstant } from "../../domain/instant";
import { availableSeats } from "../../domain/licence/seats";
import { matchKey } from "../../domain/match-key";
import type { Caller, Scope } from "../../domain/permission";
import {
  conformanceLevel,
  type Gate,
  judgeGate,
  type Measure,
  type Reading,
  shareOf,
} from "../../domain/rollout/gate";
import { confidenceReading, devicesReady, modelReady, seatsReady } from "../../domain/rollout/readiness";
import type { Rollout } from "../../domain/rollout/rollout";
import type { Wave } from "../../domain/rollout/wave";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";

/** The gates of a wave as they stand now, counted over its people in the caller's scope. @throws Refusal not-found */
export function waveGates(context: ServiceContext, caller: Caller, id: string): Promise<Gate[]> {
  return context.gateway.read(async (reader) => {
    const wave = await present(findWave(reader, id, caller.scope));
    const rollout = await present(findRollout(reader, wave.rolloutId, caller.scope));
    return gatesWithin(reader, { wave, rollout, scope: caller.scope, now: context.clock.now() });
  });
}

interface Asked {
  readonly wave: Wave;
  readonly rollout: Pick<Rollout, "id" | "subject" | "skuId">;
  readonly scope: Scope;
  readonly now: Date;
}

/** In the order in which they were set, each measured where its figures come from. */
export async function gatesWithin(reader: Reader, asked: Asked): Promise<Gate[]> {
  const gates: Gate[] = [];
  for (const rule of asked.wave.gates) {
    gates.push(judgeGate(rule, await measure(reader, rule.measure, asked), asked.now));
  }
  return gates;
}

async function measure(reader: Reader, what: Measure, asked: Asked): Promise<Reading> {
  const { wave, rollout, scope, now } = asked;
  const asOf = toInstant(now);
  switch (what) {
    case "devices-ready":
      return devices(reader, asked);
    case "seats-available":
      return seats(reader, asked);
    case "confidence":
      return confidence(reader, asked);
    case "accessibility":
      return accessibility(reader, asked);
    case "trained": {
      const { met, of } = await trainedOf(reader, wave.id, scope);
      return shareOf(met, 0, of, asOf);
    }
    case "champions": {
      const { met, of } = await championedTeams(reader, { waveId: wave.id, rolloutId: rollout.id }, scope);
      return shareOf(met, 0, of, asOf);
    }
    case "open-blockers": {
      const open = await openBlockersOf(reader, { waveId: wave.id, rolloutId: rollout.id }, scope);
      return { low: open, high: open, asOf, counts: null };
    }
  }
}

/** Of the day when the wave starts, or of today when it should have. */
async function devices(reader: Reader, { wave, rollout, scope, now }: Asked): Promise<Reading> {
  if ("deviceModel" in rollout.subject) {
    const key = matchKey(rollout.subject.deviceModel);
    return modelReady(await devicesOfModel(reader, wave.id, scope, key), await inStockOfModel(reader, key));
  }
  const today = toInstant(now).slice(0, 10);
  const day = wave.plannedStart > today ? wave.plannedStart : today;
  return devicesReady(await workingDevices(reader, wave.id, scope, day));
}

async function seats(reader: Reader, { wave, rollout: { skuId }, scope }: Asked): Promise<Reading> {
  if (skuId === null) return { unknownBecause: "no-licence-named", asOf: null };
  const parts = await partsInForce(reader);
  const [skus, people] = [parts.get("skus"), parts.get("people")];
  const sku = (await skusInForce(reader)).find((each) => each.skuId === skuId);
  if (!skus || !people || !sku) return { unknownBecause: "not-synced", asOf: null };
  const asOf: Instant = skus.asOf < people.asOf ? skus.asOf : people.asOf;
  const available = availableSeats(sku.units, sku.capability, sku.consumedUnits);
  return seatsReady({ ...(await seatsHeld(reader, wave.id, scope, skuId)), available }, asOf);
}

async function confidence(reader: Reader, { rollout: { subject } }: Asked): Promise<Reading> {
  if (!("applicationId" in subject)) return { unknownBecause: "not-for-devices", asOf: null };
  const found = (await releasedOn(reader, [subject.applicationId])).get(subject.applicationId);
  if (found === undefined) return { unknownBecause: "not-published", asOf: null };
  return confidenceReading(found.released, found.closedAt);
}

async function accessibility(reader: Reader, { rollout: { subject } }: Asked): Promise<Reading> {
  if (!("applicationId" in subject)) return { unknownBecause: "not-for-devices", asOf: null };
  const application = await findApplication(reader, subject.applicationId, { kind: "everything" });
  const level = application === null ? null : conformanceLevel(application.accessibility);
  if (level === null) return { unknownBecause: "not-recorded", asOf: null };
  return { low: level, high: level, asOf: null, counts: null };
}
