import { setImmediate as breathe } from "node:timers/promises";
import type { Reader } from "../../database/gateway";
import type { ApplicationView } from "../../database/stores/application-row";
import { allApplications } from "../../database/stores/application-store";
import {
  type AskedStatement,
  coursesAhead,
  standingWishes,
  statementsClosed,
  trainingAhead,
  waitingForSeats,
  wavesAhead,
} from "../../database/stores/finding-ahead-store";
import { heldDevices } from "../../database/stores/finding-facts-store";
import { peopleByIds } from "../../database/stores/person-store";
import { releaseOf } from "../../database/stores/survey-release-store";
import { type ShownConfidence, scoreRisks } from "../../domain/application/legacy-risk";
import { type AssessedFact, applicationFindings } from "../../domain/finding/application-findings";
import { figureDays, lowConfidence, type PublishedFigure } from "../../domain/finding/confidence-findings";
import { kitHeldByLeavers, notConfirmed } from "../../domain/finding/device-findings";
import type { FindingDraft } from "../../domain/finding/finding";
import { licenceFindings, type SeatStanding } from "../../domain/finding/licence-findings";
import { devicesTooOld } from "../../domain/finding/wave-findings";
import { groupBy } from "../../domain/grouping";
import { addDays, toInstant } from "../../domain/instant";
import type { Person } from "../../domain/person";
import { itemBank } from "../../domain/survey/item-bank";
import { confidenceIn } from "../application/released-confidence";
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
  const found = kitHeldByLeavers(devices);
  await breathe();
  found.push(...notConfirmed(devices, now));
  await breathe();
  const applications = await context.gateway.read(applicationFacts(toInstant(now).slice(0, 10)));
  for (let start = 0; start < applications.length; start += judgedAtOnce) {
    found.push(...applicationFindings(applications.slice(start, start + judgedAtOnce), now));
    await breathe();
  }
  const today = toInstant(now).slice(0, 10);
  const seats = await seatStandings(context, reference);
  const waves = await context.gateway.read((reader) => wavesAhead(reader, today));
  const figures = await context.gateway.read((reader) => publishedFigures(reader, now));
  return [
    ...found,
    ...licenceFindings(seats, today),
    ...devicesTooOld(waves, today),
    ...lowConfidence(figures),
  ];
}

/** Of every survey that closed within the time, for each team: what was released, and nothing else. */
async function publishedFigures(reader: Reader, now: Date): Promise<PublishedFigure[]> {
  const statements = await statementsClosed(reader, toInstant(addDays(now, -figureDays)));
  if (statements.length === 0) return [];
  const planned = await trainingAhead(reader, toInstant(now));
  const courses = await coursesAhead(reader, toInstant(now));
  const bank = new Map(itemBank.map(({ id, text }) => [text.en, id]));
  const isTaught = ({ applicationId, words }: AskedStatement) =>
    courses.has(`application/${applicationId}`) || courses.has(`item/${bank.get(words)}`);
  const found: PublishedFigure[] = [];
  for (const [surveyId, asked] of groupBy(statements, (statement) => statement.surveyId)) {
    const items = new Map(asked.map((statement) => [statement.itemId, statement]));
    for (const { id: teamId, parentId, figures } of await releaseOf(reader, surveyId, {
      kind: "everything",
    })) {
      if (parentId === null) continue;
      for (const [itemId, { favourablePercent, interval }] of Object.entries(figures)) {
        const statement = items.get(itemId);
        if (statement === undefined) continue;
        const { closedAt, words, applicationId } = statement;
        const trainingPlanned = planned.has(`${applicationId}|${teamId}`) || isTaught(statement);
        const of = { surveyId, closedAt, itemId, words, teamId };
        found.push({ ...of, favourablePercent, interval, trainingPlanned });
      }
    }
    await breathe();
  }
  return found;
}

function applicationFacts(today: string) {
  return async (reader: Reader): Promise<AssessedFact[]> => {
    const applications = await allApplications(reader);
    const owners = await peopleByIds(
      reader,
      applications.flatMap(({ itOwnerId, businessOwnerId }) => [itOwnerId ?? "", businessOwnerId ?? ""]),
    );
    const byId = new Map(applications.map((application) => [application.id, application]));
    const confidence = await confidenceIn(
      reader,
      applications.map(({ id }) => id),
    );
    return applications.map((application) => toFact(application, { owners, byId, confidence, today }));
  };
}

interface Around {
  readonly owners: ReadonlyMap<string, Person>;
  readonly byId: ReadonlyMap<string, ApplicationView>;
  readonly confidence: ReadonlyMap<string, ShownConfidence>;
  readonly today: string;
}

function toFact(application: ApplicationView, { owners, byId, confidence, today }: Around): AssessedFact {
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
    risks: scoreRisks(
      {
        ...{ supportEnds, contractEnds: contractEnd, overrides: riskOverrides },
        confidence: confidence.get(id) ?? null,
      },
      today,
    ),
  };
}

/** Paid SKUs that are in force. */
async function seatStandings(context: ServiceContext, reference: LicenceReference): Promise<SeatStanding[]> {
  const licences = await allLicences(context, reference);
  const waiting = await context.gateway.read(waitingForSeats);
  const wishes = await context.gateway.read(standingWishes);
  const who = (skuId: string, answer: "training" | "give-back") =>
    wishes.flatMap((wish) => (wish.skuId === skuId && wish.answer === answer ? [wish.personId] : []));
  return licences
    .filter(({ free, appliesTo }) => !free && appliesTo === "User")
    .map(({ skuId, available, unitPrice, renewals }) => ({
      skuId,
      available,
      price: unitPrice && { price: unitPrice, per: unitPrice.per },
      renewals,
      askedForTraining: who(skuId, "training"),
      givenBack: who(skuId, "give-back"),
      waiting: waiting.get(skuId) ?? [],
    }));
}
