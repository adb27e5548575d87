import { historyOf } from "../../../src/database/stores/audit-store";
import { findDelivery } from "../../../src/database/stores/delivery-store";
import { useBands } from "../../../src/domain/licence/use-band";
import type { Caller } from "../../../src/domain/permission";
import { previewOf } from "../../../src/services/check-in/audience-preview-service";
import { closeCheckIn, createCheckIn, launchCheckIn } from "../../../src/services/check-in-service";
import { answerLicenceReview } from "../../../src/services/licence/review-answering";
import {
  listReviewResults,
  noteReleased,
  reviewStanding,
} from "../../../src/services/licence/review-results";
import { answerKit, myCheckIns } from "../../../src/services/my-service";
import { deliverDue } from "../../../src/services/outbox-service";
import { bothEngines } from "../../support/engines";
import { holdSkus } from "../../support/graph/held-sku";
import {
  addPeople,
  addReachable,
  kitDraft,
  openWorld,
  person,
  RecordingMessenger,
  type World,
} from "../check-in-world";

const visio = "sku-visio";
const itManager: Caller = {
  person: person("it-manager"),
  roles: ["Toolroll.ItManager"],
  managedTeamIds: [],
  scope: { kind: "everything" },
};
const draft = { ...kitDraft, purpose: "licence-review", title: "Still needed?" } as const;
const all = { limit: 50, sort: "personName", descending: false, after: null } as const;

describe.each(bothEngines())("a licence review on $engine", ({ newDatabase }) => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld(await newDatabase());
    await addReachable(world, "dormant", "never", "active");
    await addPeople(
      world,
      person("light"),
      person("unknown"),
      person("disabled"),
      person("without"),
      itManager.person,
    );
    const holders = Object.fromEntries(useBands.map((useBand) => [useBand, { useBand }]));
    await holdSkus(world.context.gateway, {
      skuId: visio,
      holders: {
        ...holders,
        dormant: { useBand: "dormant", ways: ["direct", "group-1"], lastUsedAt: "2025-09-01T09:00:00.000Z" },
        disabled: { useBand: "never", enabled: false },
      },
    });
  });
  afterEach(() => world.close());

  const launched = async (audience: Parameters<typeof createCheckIn>[2]["audience"], skuId?: string) => {
    const { id } = await createCheckIn(world.context, itManager.person.id, { ...draft, audience }, skuId);
    return launchCheckIn(world.context, itManager.person.id, id);
  };
  const deliveryOf = async (personId: string) =>
    (await myCheckIns(world.context, personId))[0]?.deliveryId ?? "";
  const say = async (
    personId: string,
    answer: "keep" | "training" | "give-back",
    note: string | null = null,
  ) => {
    const deliveryId = await deliveryOf(personId);
    await answerLicenceReview(world.context, { deliveryId, personId, answer, note, door: "tab" });
    return deliveryId;
  };
  const results = async (filter = {}) => (await listReviewResults(world.context, filter, all)).items;

  test("asks holders who are known not to use it, whoever the audience is, and nobody else", async () => {
    const review = await launched({ skuId: visio });
    expect(review).toMatchObject({ skuId: visio, summary: { audience: 2 } });
    expect((await results()).map(({ personId }) => personId)).toEqual(["dormant", "never"]);
    const others = await launched({ personIds: ["never", "active", "without"] }, visio);
    expect((await results({ checkInId: others.id })).map(({ personId }) => personId)).toEqual(["never"]);
  });

  test("tells beforehand whom it would ask", async () => {
    const preview = await previewOf(world.context, { everyone: true }, "licence-review", visio);
    expect(preview).toMatchObject({ total: 2, reachable: 2 });
    const drafted = await createCheckIn(world.context, itManager.person.id, {
      ...draft,
      audience: { skuId: visio },
    });
    expect(drafted.summary.audience).toBe(2);
  });

  test("is not about a licence that nobody knows, that is free, or that is not in force", async () => {
    const about = (skuId: string) =>
      createCheckIn(world.context, itManager.person.id, { ...draft, audience: { skuId } });
    await expect(about("none")).rejects.toMatchObject({ kind: "invalid", code: "licence-unknown" });
    await expect(createCheckIn(world.context, itManager.person.id, draft)).rejects.toMatchObject({
      code: "licence-unknown",
    });
    await holdSkus(world.context.gateway, { skuId: "old", capability: "Suspended", holders: {} });
    await expect(about("old")).rejects.toMatchObject({ code: "licence-not-reviewed" });
    const licences = { names: new Map(), namesAsOf: "2026-06-30", freePartNumbers: new Set(["FLOW_FREE"]) };
    await holdSkus(world.context.gateway, { skuId: "flow", partNumber: "FLOW_FREE", holders: {} });
    await expect(
      createCheckIn({ ...world.context, licences }, itManager.person.id, {
        ...draft,
        audience: { skuId: "flow" },
      }),
    ).rejects.toMatchObject({ code: "licence-not-reviewed" });
  });

  test("refuses to be launched where nobody is to be asked", async () => {
    await expect(launched({ personIds: ["active"] }, visio)).rejects.toMatchObject({
      code: "audience-empty",
    });
  });

  test("reaches people as a question about that licence, and takes their answer", async () => {
    await launched({ skuId: visio });
    const messenger = new RecordingMessenger();
    await deliverDue(world.context, messenger, 50);
    expect(messenger.sent.map(({ personId, licence }) => [personId, licence])).toContainEqual([
      "dormant",
      {
        productName: "VISIOCLIENT",
        useBand: "dormant",
        lastUsedAt: "2025-09-01T09:00:00.000Z",
        answer: null,
        note: null,
      },
    ]);
    const deliveryId = await say("dormant", "give-back", "I moved to planning");
    expect(await world.context.gateway.read((reader) => findDelivery(reader, deliveryId))).toMatchObject({
      state: "answered",
    });
    expect(await myCheckIns(world.context, "dormant")).toEqual([]);
    const [first, second] = await results();
    expect(first).toMatchObject({
      personId: "dormant",
      answer: "give-back",
      note: "I moved to planning",
      action: "take-from-group",
      useBand: "dormant",
      stillHeld: true,
      releasedAt: null,
    });
    expect(second).toMatchObject({ personId: "never", answer: null, action: null });
  });

  test("keeps the last of several answers, and writes each change down once", async () => {
    const review = await launched({ skuId: visio });
    const deliveryId = await say("never", "training");
    const again = { deliveryId, personId: "never", door: "bot" } as const;
    await answerLicenceReview(world.context, { ...again, answer: "training", note: null });
    await answerLicenceReview(world.context, { ...again, answer: "keep", note: "for the accounts" });
    const [said] = await results({ answer: "keep" });
    expect(said).toMatchObject({ personId: "never", note: "for the accounts", action: "none" });
    const { entries: events } = await world.context.gateway.read((reader) =>
      historyOf(reader, { kind: "delivery", id: deliveryId }, 50, null),
    );
    expect(events.filter(({ action }) => action === "delivery.answered")).toHaveLength(2);
    expect(await reviewStanding(world.context, review.id)).toMatchObject({
      skuId: visio,
      counts: { keep: 1, training: 0, "give-back": 0, none: 1, released: 0 },
    });
  });

  test("notes what was taken away in the admin centre, by whom, and then the answer stands", async () => {
    await launched({ skuId: visio });
    const deliveryId = await say("never", "give-back");
    await expect(
      noteReleased(world.context, itManager, await deliveryOf("dormant"), true),
    ).rejects.toMatchObject({
      kind: "conflict",
      code: "licence-not-given-back",
    });
    expect(await results({ released: false })).toHaveLength(1);
    await noteReleased(world.context, itManager, deliveryId, true);
    await noteReleased(world.context, itManager, deliveryId, true);
    expect(await results({ released: false })).toEqual([]);
    const [done] = await results({ released: true });
    expect(done).toMatchObject({ releasedByName: itManager.person.name, releasedAt: expect.any(String) });
    await expect(
      answerLicenceReview(world.context, {
        deliveryId,
        personId: "never",
        answer: "keep",
        note: null,
        door: "tab",
      }),
    ).rejects.toMatchObject({ kind: "conflict", code: "licence-released" });
    const { entries: events } = await world.context.gateway.read((reader) =>
      historyOf(reader, { kind: "licence", id: visio }, 50, null),
    );
    expect(events.map(({ action }) => action)).toEqual(["licence.released"]);
    await holdSkus(world.context.gateway, { skuId: visio, holders: {} });
    expect((await results({ released: true }))[0]?.stillHeld).toBe(false);
    await noteReleased(world.context, itManager, deliveryId, false);
    expect((await results({ released: false }))[0]?.releasedAt).toBeNull();
  });

  test("takes nobody else's answer, no answer about kit, and none once it is closed", async () => {
    const review = await launched({ skuId: visio });
    const deliveryId = await deliveryOf("never");
    const input = { deliveryId, answer: "keep", note: null, door: "tab" } as const;
    await expect(answerLicenceReview(world.context, { ...input, personId: "dormant" })).rejects.toMatchObject(
      {
        kind: "not-found",
        code: "delivery-not-yours",
      },
    );
    const report = { answers: {}, unlisted: "a lamp" };
    await expect(
      answerKit(world.context, { deliveryId, personId: "never", report, door: "tab" }),
    ).rejects.toMatchObject({ kind: "invalid", code: "answer-unknown" });
    await closeCheckIn(world.context, itManager.person.id, review.id);
    await expect(answerLicenceReview(world.context, { ...input, personId: "never" })).rejects.toMatchObject({
      kind: "conflict",
      code: "check-in-closed",
    });
  });

  test("leaves no answer to a check-in about kit", async () => {
    const kit = await createCheckIn(world.context, itManager.person.id, {
      ...kitDraft,
      audience: { everyone: true },
    });
    await launchCheckIn(world.context, itManager.person.id, kit.id);
    const deliveryId = await deliveryOf("active");
    await expect(
      answerLicenceReview(world.context, {
        deliveryId,
        personId: "active",
        answer: "keep",
        note: null,
        door: "tab",
      }),
    ).rejects.toMatchObject({ kind: "invalid", code: "answer-unknown" });
    await expect(reviewStanding(world.context, kit.id)).rejects.toMatchObject({ kind: "not-found" });
  });
});
