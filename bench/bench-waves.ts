import { buildCouncil } from "../scripts/seed/council";
import { fixedPeople } from "../scripts/seed/fixed-people";
import { writeCouncil } from "../scripts/seed/write-council";
import { openGateway } from "../src/database/data-source";
import { insertParticipants } from "../src/database/stores/rollout/participant-store";
import { insertRollout } from "../src/database/stores/rollout/rollout-store";
import { insertWave } from "../src/database/stores/rollout/wave-store";
import { addDays, type Day, toInstant } from "../src/domain/instant";
import { measures } from "../src/domain/rollout/gate";
import { enrol, moveTo, type Participant, stages, train } from "../src/domain/rollout/participant";
import { planRollout } from "../src/domain/rollout/rollout";
import { launchWave, planWave } from "../src/domain/rollout/wave";
import { withMoreApplications } from "./bench-database";
import { fillHolders, heldSkuId } from "./bench-holders";

export const benchWaveId = "bench-wave";
export const benchSize = { people: 20_000, devices: 25_000 } as const;

const rolloutId = "bench-rollout";
const priya = fixedPeople.find(({ role }) => role === "Toolroll.ItManager")?.id ?? "";
const begun = new Date("2026-11-02T00:00:00Z");

/** A large council with a rollout whose one wave is everybody in it, half-way through. */
export async function fillWave(url: string): Promise<{ readonly applicationId: string }> {
  const council = withMoreApplications(buildCouncil({ ...benchSize, seed: 1, now: begun }));
  const applicationId = council.applications[0]?.id ?? "";
  const people = council.people.filter(({ active }) => active);
  const draft = { name: "Everybody", goal: null, ownerId: priya, skuId: heldSkuId, escalateAfterDays: 7 };
  const rollout = planRollout({ ...draft, subject: { applicationId } }, rolloutId, priya, begun);
  const plan = {
    ...{ name: "All at once", ring: "broad" as const, audience: { everyone: true as const } },
    ...{ plannedStart: day(0), plannedEnd: day(60) },
    gates: measures.map((measure) => ({ measure, threshold: measure === "accessibility" ? 2 : 50 })),
  };
  const wave = planWave(plan, { id: benchWaveId, rolloutId, createdBy: priya }, begun);
  const gateway = await openGateway(url);
  try {
    await writeCouncil(gateway, { ...council, history: [] }, () => {});
    await fillHolders(gateway, council.people);
    await gateway.write(async (tx) => {
      await insertRollout(tx, rollout);
      await insertWave(tx, { ...launchWave(wave, "", begun), checkInId: null });
      await insertParticipants(
        tx,
        people.map(({ id }, at) => stepOf(enrol(id, benchWaveId, rolloutId), at)),
      );
    });
  } finally {
    await gateway.close();
  }
  return { applicationId };
}

function stepOf(enrolled: Participant, at: number): Participant {
  const champion = at % 50 === 0;
  const trained = at % 3 === 0 ? enrolled : train(enrolled, day(-5));
  return { ...moveTo(trained, stages[at % stages.length] ?? "planned", day(at % 25)), champion };
}

function day(after: number): Day {
  return toInstant(addDays(begun, after)).slice(0, 10);
}
