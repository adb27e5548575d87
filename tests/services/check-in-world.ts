import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { openGateway } from "../../src/database/data-source";
import { insertDevices } from "../../src/database/stores/device-store";
import { insertPeople } from "../../src/database/stores/person-store";
import { insertTeams } from "../../src/database/stores/team-store";
import type { Language } from "../../src/domain/conversation";
import type { SendOutcome } from "../../src/domain/delivery";
import { type DeviceDraft, register } from "../../src/domain/device";
import type { Person } from "../../src/domain/person";
import { createCheckIn, launchCheckIn } from "../../src/services/check-in-service";
import { rememberConversation } from "../../src/services/conversation-service";
import type {
  AnsweredAssignment,
  AnsweredCheckIn,
  CardExample,
  CardShown,
  Messenger,
  OutgoingAssignment,
  OutgoingBundle,
  OutgoingCheckIn,
  OutgoingNotes,
  ShownBundle,
} from "../../src/services/messenger";
import type { ServiceContext } from "../../src/services/service-context";
import type { SurveyQuestion } from "../../src/services/survey/my-survey-service";
import { migratedSqlite } from "../support/migrated-sqlite";
import { databaseFolder } from "../support/test-run";

export const manager = "it-manager";
export const start = "2026-03-02T09:00:00.000Z";
export const end = "2026-03-09T17:00:00.000Z";

/** A clock that stands still until it is moved. */
export class TestClock {
  #ms = Date.parse(start);

  now(): Date {
    return new Date(this.#ms);
  }

  pass(ms: number): void {
    this.#ms += ms;
  }
}

/** The port to Teams, remembering what went through it. */
export class RecordingMessenger implements Messenger {
  readonly sent: OutgoingCheckIn[] = [];
  readonly replaced: AnsweredCheckIn[] = [];
  /** What comes of the next messages; then every one arrives. */
  readonly outcomes: SendOutcome[] = [];
  /** Runs while a message is on its way. */
  whileSending: (message: OutgoingCheckIn) => Promise<void> = async () => {};

  async send(message: OutgoingCheckIn): Promise<SendOutcome> {
    this.sent.push(message);
    await this.whileSending(message);
    return this.outcomes.shift() ?? { kind: "sent", activityId: `activity-${this.sent.length}` };
  }

  async replaceAnswered(answered: AnsweredCheckIn): Promise<void> {
    this.replaced.push(answered);
  }

  readonly offered: OutgoingAssignment[] = [];
  readonly redrawn: AnsweredAssignment[] = [];

  async sendAssignment(message: OutgoingAssignment): Promise<SendOutcome> {
    this.offered.push(message);
    return this.outcomes.shift() ?? { kind: "sent", activityId: `offer-${this.offered.length}` };
  }

  async replaceAssignment(answered: AnsweredAssignment): Promise<void> {
    this.redrawn.push(answered);
  }

  readonly bundles: OutgoingBundle[] = [];
  readonly reshown: ShownBundle[] = [];

  async sendBundle(message: OutgoingBundle): Promise<SendOutcome> {
    this.bundles.push(message);
    return this.outcomes.shift() ?? { kind: "sent", activityId: `bundle-${this.bundles.length}` };
  }

  readonly notes: OutgoingNotes[] = [];

  async sendNotes(message: OutgoingNotes): Promise<SendOutcome> {
    this.notes.push(message);
    return this.outcomes.shift() ?? { kind: "sent", activityId: `note-${this.notes.length}` };
  }

  exampleOf(asked: CardExample): CardShown {
    return { lang: asked.language, body: [{ type: "TextBlock", text: asked.title }], actions: [] };
  }

  surveyExampleOf(asked: SurveyQuestion, language: Language): CardShown {
    return { lang: language, body: [{ type: "TextBlock", text: asked.title }], actions: [] };
  }

  async replaceBundle(shown: ShownBundle): Promise<void> {
    this.reshown.push(shown);
  }
}

export interface World {
  readonly context: ServiceContext;
  readonly clock: TestClock;
  close(): Promise<void>;
}

/** A council of one directorate with one team below it; each call has a database of its own. */
export async function openWorld(url?: string): Promise<World> {
  const folder = databaseFolder("world");
  const gateway = await openGateway(url ?? (await migratedSqlite(join(folder, "test.sqlite"))));
  const clock = new TestClock();
  const context: ServiceContext = { gateway, clock, newId: randomUUID };
  await gateway.write((tx) =>
    insertTeams(tx, [
      { id: "housing", name: "Housing", parentId: null, managerIds: ["head"] },
      { id: "repairs", name: "Repairs", parentId: "housing", managerIds: [] },
    ]),
  );
  return {
    context,
    clock,
    async close() {
      await gateway.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function person(id: string, more: Partial<Person> = {}): Person {
  return {
    id,
    name: `Person ${id}`,
    email: `${id}@council.example`,
    teamId: "repairs",
    active: true,
    ...more,
  };
}

export async function addPeople(world: World, ...people: Person[]): Promise<void> {
  await world.context.gateway.write((tx) => insertPeople(tx, people));
}

/** People who have the bot installed. */
export async function addReachable(world: World, ...ids: string[]): Promise<void> {
  await addPeople(world, ...ids.map((id) => person(id)));
  for (const personId of ids) {
    await rememberConversation(world.context, { personId, reference: { user: personId }, locale: "en-GB" });
  }
}

/** A laptop in somebody's hands. */
export async function addDevice(world: World, holder: Person, id: string, more: Partial<DeviceDraft> = {}) {
  const draft: DeviceDraft = {
    assetTag: id,
    type: "laptop",
    assigneeId: holder.id,
    teamId: holder.teamId,
    ...more,
  };
  const device = register(draft, id, "tab");
  await world.context.gateway.write((tx) => insertDevices(tx, [device], new Map([[holder.id, holder]])));
}

export const kitDraft = {
  purpose: "kit",
  title: "What do you hold?",
  audience: { everyone: true },
  opensAt: null,
  closesAt: end,
  reminders: 0,
} as const;

/** A running check-in of everybody. */
export async function launched(world: World, more: Partial<Parameters<typeof createCheckIn>[2]> = {}) {
  const draft = await createCheckIn(world.context, manager, { ...kitDraft, ...more });
  return launchCheckIn(world.context, manager, draft.id);
}
