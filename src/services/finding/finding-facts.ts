import { setImmediate as breathe } from "node:timers/promises";
import type { Reader } from "../../database/gateway";
import type { ApplicationView } from "../../database/stores/application-row";
import { allApplications } from "../../database/stores/application-store";
import { heldDevices } from "../../database/stores/finding-facts-store";
import { peopleByIds } from "../../database/stores/person-store";
import { scoreRisks } from "../../domain/application/legacy-risk";
import { type AssessedFact, applicationFindings } from "../../domain/finding/application-findings";
import { kitHeldByLeavers, notConfirmed } from "../../domain/finding/device-findings";
import type { FindingDraft } from "../../domain/finding/finding";
import { licenceFindings, type SeatStanding } from "../../domain/finding/licence-findings";
import { toInstant } from "../../domain/instant";
import type { Person } from "../../domain/person";
import type { LicenceReference } from "../licence/licence-reference";
import { allLicences } from "../licence/licence-service";
import type { ServiceContext } from "../service-context";

/** So many are judged before others get their turn. */
const judgedAtOnce = 500;

/** All that the register shows to be done now, from everything joined. Takes turns with whoever else works. */
export async function draftFindings(
  context: ServiceContext,
  reference: LicenceReference,
): Promise<FindingDraft[]> {
  const now = context.clock.now();
  const devices = await context.gateway.read(heldDevices);
  const found = [...kitHeldByLeavers(devices), ...notConfirmed(devices, now)];
  await breathe();
  const applications = await context.gateway.read(applicationFacts(toInstant(now).slice(0, 10)));
  for (let start = 0; start < applications.length; start += judgedAtOnce) {
    found.push(...applicationFindings(applications.slice(start, start + judgedAtOnce), now));
    await breathe();
  }
  const seats = await seatStandings(context, reference);
  return [...found, ...licenceFindings(seats, toInstant(now).slice(0, 10))];
}

function applicationFacts(today: string) {
  return async (reader: Reader): Promise<AssessedFact[]> => {
    const applications = await allApplications(reader);
    const owners = await peopleByIds(
      reader,
      applications.flatMap(({ itOwnerId, businessOwnerId }) => [itOwnerId ?? "", businessOwnerId ?? ""]),
    );
    const byId = new Map(applications.map((application) => [application.id, application]));
    return applications.map((application) => toFact(application, owners, byId, today));
  };
}

function toFact(
  application: ApplicationView,
  owners: ReadonlyMap<string, Person>,
  byId: ReadonlyMap<string, ApplicationView>,
  today: string,
): AssessedFact {
  const { id, name, lifecycle, contractEnd, noticeDate, replacedById, supportEnds, riskOverrides } =
    application;
  const replacement = byId.get(replacedById ?? "") ?? null;
  return {
    id,
    name,
    lifecycle,
    contractEnd,
    noticeDate,
    businessOwner: owners.get(application.businessOwnerId ?? "") ?? null,
    itOwner: owners.get(application.itOwnerId ?? "") ?? null,
    replacement: replacement && { name: replacement.name, lifecycle: replacement.lifecycle },
    replacementId: replacement?.id ?? null,
    risks: scoreRisks({ supportEnds, contractEnds: contractEnd, overrides: riskOverrides }, today),
  };
}

/** Paid SKUs that are in force. */
async function seatStandings(context: ServiceContext, reference: LicenceReference): Promise<SeatStanding[]> {
  const licences = await allLicences(context, reference);
  return licences
    .filter(({ free, appliesTo }) => !free && appliesTo === "User")
    .map(({ skuId, available, unitPrice, renewals }) => ({
      skuId,
      available,
      price: unitPrice && { price: unitPrice, per: unitPrice.per },
      renewals,
      askedForTraining: [],
      givenBack: [],
      waiting: [],
    }));
}
