import type { Gateway, Reader, Writer } from "../../src/database/gateway";
import { insertApplications } from "../../src/database/stores/application-store";
import { insertUses } from "../../src/database/stores/application-use-store";
import { recordEvents } from "../../src/database/stores/audit-store";
import { saveCalendar } from "../../src/database/stores/calendar-setting-store";
import { insertContracts } from "../../src/database/stores/contract-store";
import { insertCourse } from "../../src/database/stores/course/course-store";
import { keptTotal } from "../../src/database/stores/device-count-store";
import { insertDevices } from "../../src/database/stores/device-store";
import { insertIntegrations } from "../../src/database/stores/integration-store";
import { insertPeople, personPage, setLocalRoles } from "../../src/database/stores/person-store";
import { insertBlocker } from "../../src/database/stores/rollout/blocker-store";
import { insertDecision } from "../../src/database/stores/rollout/decision-store";
import { insertParticipants } from "../../src/database/stores/rollout/participant-store";
import { insertRollout } from "../../src/database/stores/rollout/rollout-store";
import { insertTraining, replaceRegister } from "../../src/database/stores/rollout/training-store";
import { saveVendorChanges } from "../../src/database/stores/rollout/vendor-change-store";
import { insertWave } from "../../src/database/stores/rollout/wave-store";
import { insertItems } from "../../src/database/stores/stock-take-item-store";
import { insertStockTake } from "../../src/database/stores/stock-take-store";
import { insertSuppliers } from "../../src/database/stores/supplier-store";
import { insertProgramme } from "../../src/database/stores/survey-programme-store";
import { insertComments, insertRelease } from "../../src/database/stores/survey-release-store";
import { insertSurvey } from "../../src/database/stores/survey-store";
import { allTeams, insertTeams } from "../../src/database/stores/team-store";
import { aroundTheClock } from "../../src/domain/check-in/calendar-setting";
import { anyDevice } from "../../src/domain/device-query";
import type { Scope } from "../../src/domain/permission";
import { anybody } from "../../src/domain/person";
import type { Council } from "./council";
import type { CouncilLicences } from "./council-licences";
import { councilVendorChanges } from "./council-vendor-changes";
import { writeLicences } from "./write-licences";

/** How far the writing is; called often. */
export type OnProgress = (written: { readonly done: number; readonly total: number }) => void;

/** Few enough that progress shows, many enough that the kept totals are not rewritten all the time. */
const sliceSize = 2_500;
const everything: Scope = { kind: "everything" };

export class NotEmptyError extends Error {}

export async function hasData(reader: Reader): Promise<boolean> {
  const page = { limit: 1, sort: "name", descending: false, after: null } as const;
  const { total } = await personPage(reader, everything, anybody, page);
  if (total > 0 || (await allTeams(reader)).length > 0) return true;
  return (await keptTotal(reader, everything, anyDevice)) !== 0;
}

/**
 * Writes the whole council in one transaction: an interrupted seed leaves an empty database behind, not half a council.
 * @throws NotEmptyError and writes nothing when somebody is there already
 */
export function writeCouncil(
  gateway: Gateway,
  council: Council & { readonly licences?: CouncilLicences },
  onProgress: OnProgress,
): Promise<void> {
  const { teams, people, roles, devices, applications, history } = council;
  const total = teams.length + people.length + devices.length + applications.length + history.length;
  let done = 0;
  const advance = (by: number) => {
    done += by;
    onProgress({ done, total });
  };
  const holders = new Map(people.map((person) => [person.id, person]));
  return gateway.write(async (tx) => {
    if (await hasData(tx)) throw new NotEmptyError();
    await insertTeams(tx, teams);
    advance(teams.length);
    for (const slice of slices(people)) {
      await insertPeople(tx, slice);
      advance(slice.length);
    }
    await setLocalRoles(tx, roles);
    // Whoever tries the demonstration in the evening sees a message arrive all the same.
    await saveCalendar(tx, { ...aroundTheClock, changedAt: council.now.toISOString(), changedBy: "seed" });
    for (const slice of slices(devices)) {
      await insertDevices(tx, slice, holders);
      advance(slice.length);
    }
    await writeApplications(tx, council);
    for (const stockTake of council.stockTakes) await insertStockTake(tx, stockTake);
    await insertItems(tx, council.stockTakeItems);
    await writeRollouts(tx, council);
    await writeSurveys(tx, council);
    if (council.licences) await writeLicences(tx, council.licences, council.now);
    advance(applications.length);
    for (const slice of slices(history)) {
      await recordEvents(tx, slice);
      advance(slice.length);
    }
  });
}

async function writeRollouts(tx: Writer, council: Council): Promise<void> {
  for (const rollout of council.rollouts) await insertRollout(tx, rollout);
  for (const wave of council.waves) await insertWave(tx, wave);
  await insertParticipants(tx, council.participants);
  await saveVendorChanges(tx, councilVendorChanges(council.now));
  for (const decision of council.decisions) await insertDecision(tx, decision);
  for (const blocker of council.blockers) await insertBlocker(tx, blocker);
  for (const { training, attended } of council.trainings) {
    await insertTraining(tx, training);
    const recorded = {
      recordedBy: training.createdBy,
      recordedAt: training.startsAt,
      source: "hand" as const,
    };
    await replaceRegister(tx, training.id, { attended, absent: [] }, recorded);
  }
}

/** After the rollouts: one of their sessions is of a course. */
async function writeSurveys(tx: Writer, { courses, sessions, programmes, runs }: Council): Promise<void> {
  for (const course of courses) await insertCourse(tx, course);
  for (const { training, attended } of sessions) {
    await insertTraining(tx, training);
    const recorded = {
      recordedBy: training.createdBy,
      recordedAt: training.startsAt,
      source: "hand" as const,
    };
    await replaceRegister(tx, training.id, { attended, absent: [] }, recorded);
  }
  for (const programme of programmes) await insertProgramme(tx, programme);
  for (const { survey, release, comments } of runs) {
    await insertSurvey(tx, survey);
    await insertRelease(tx, survey.id, release);
    await insertComments(tx, survey.id, comments);
  }
}

async function writeApplications(tx: Writer, council: Council): Promise<void> {
  const { suppliers, applications, contracts, uses, integrations } = council;
  const names = new Map(suppliers.map(({ id, name }) => [id, name]));
  const contractOf = new Map(contracts.map((contract) => [contract.applicationId, contract]));
  await insertSuppliers(tx, suppliers);
  await insertApplications(tx, applications, ({ id, supplierId }) => ({
    supplier: names.get(supplierId ?? "") ?? null,
    contract: contractOf.get(id) ?? null,
  }));
  await insertContracts(tx, contracts);
  await insertUses(tx, uses);
  await insertIntegrations(tx, integrations);
}

function slices<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / sliceSize);
  return Array.from({ length: count }, (_, at) => items.slice(at * sliceSize, (at + 1) * sliceSize));
}
