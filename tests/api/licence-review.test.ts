import { holdSkus } from "../support/graph/held-sku";
import { startTestServer, type TestServer } from "../support/server";

const e3 = "05e9a617-0261-4cee-bb44-138d3ef5d965";
const closesAt = new Date(Date.now() + 86_400_000).toISOString();
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await holdSkus(server.context.gateway, {
    skuId: e3,
    partNumber: "SPE_E3",
    holders: { "person-staff": { useBand: "never" }, "person-other": { useBand: "active" } },
  });
});
afterAll(() => server.stop());

test("a licence review goes from its draft to a licence that is noted as taken away", async () => {
  const it = server.as("person-it");
  const asked = { purpose: "licence-review", title: "Still needed?", audience: { everyone: true }, closesAt };
  const { status, body: drafted } = await it("POST", "/api/check-ins", { ...asked, skuId: e3 });
  expect([status, drafted.skuId]).toEqual([201, e3]);
  const preview = await it("POST", "/api/check-ins/preview", {
    purpose: "licence-review",
    audience: { everyone: true },
    skuId: e3,
  });
  expect(preview.body).toMatchObject({ total: 1 });
  expect((await it("POST", `/api/check-ins/${drafted.id}/launch`)).status).toBe(200);

  const mine = server.as("person-staff");
  const [question] = (await mine("GET", "/api/my/check-ins")).body.items;
  expect(question).toMatchObject({
    purpose: "licence-review",
    licence: { productName: "Microsoft 365 E3", useBand: "never", answer: null },
  });
  const answer = `/api/my/check-ins/${question?.deliveryId}/answer`;
  expect((await mine("POST", answer, { answer: "sell" })).status).toBe(400);
  expect((await mine("POST", answer, { answers: {}, unlisted: "A lamp" })).status).toBe(400);
  const taken = await mine("POST", answer, { answer: "give-back", note: "Moved on" });
  expect([taken.status, taken.body.answeredAt]).toEqual([200, expect.any(String)]);

  const list = await it("GET", `/api/licence-reviews?skuId=${e3}&released=no`);
  expect(list.body.items).toMatchObject([
    {
      personId: "person-staff",
      productName: "Microsoft 365 E3",
      answer: "give-back",
      note: "Moved on",
      action: "take-from-person",
      assignedBy: ["direct"],
      stillHeld: true,
    },
  ]);
  const released = `/api/licence-reviews/${question?.deliveryId}/released`;
  expect((await it("PUT", released, { released: true })).status).toBe(200);
  expect((await it("GET", `/api/licence-reviews?checkInId=${drafted.id}&released=no`)).body.total).toBe(0);
  const standing = await it("GET", `/api/check-ins/${drafted.id}/licence-review`);
  expect(standing.body).toMatchObject({
    productName: "Microsoft 365 E3",
    counts: { "give-back": 1, released: 1 },
  });
  const late = await mine("POST", answer, { answer: "keep" });
  expect(late.status).toBe(409);
});

test("a review without a licence, or of one that nobody has, is refused", async () => {
  const it = server.as("person-it");
  const asked = { purpose: "licence-review", title: "Still needed?", closesAt };
  for (const audience of [{ everyone: true }, { skuId: "none" }]) {
    expect((await it("POST", "/api/check-ins", { ...asked, audience })).status).toBe(400);
  }
  expect((await it("PUT", "/api/licence-reviews/none/released", { released: true })).status).toBe(404);
});
