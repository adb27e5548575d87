import { bothEngines } from "../support/engines";
import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
const it = (method: string, path: string, body?: unknown) => server.as("person-it")(method, path, body);
const add = async (name: string): Promise<string> =>
  (await it("POST", "/api/applications", { name, kind: "line-of-business" })).body.id;
const listed = async () => (await it("GET", "/api/integrations")).body;

describe.each(bothEngines())("integrations over HTTP, on $engine", ({ newDatabase }) => {
  let [rents, ledger] = ["", ""];
  const flow = (more: object = {}) => ({
    fromId: rents,
    toId: ledger,
    data: "Rent due",
    method: "api",
    ...more,
  });
  beforeEach(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase() });
    rents = await add("Rents");
    ledger = await add("Ledger");
  });
  afterEach(() => server.stop());

  test("are recorded once: the same data between the same two in the same way is a conflict", async () => {
    expect((await it("POST", "/api/integrations", flow())).status).toBe(201);
    for (const again of [flow(), flow({ data: " rent  DUE" }), flow({ notes: "Every night" })]) {
      const { status, body } = await it("POST", "/api/integrations", again);
      expect([status, body.detail]).toEqual([409, expect.stringContaining("recorded already")]);
    }
    expect(await listed()).toMatchObject({ total: 1, items: [{ data: "Rent due", notes: null }] });
    const { items } = (await it("GET", `/api/applications/${rents}/history`)).body;
    expect(items.filter(({ action }) => action === "application.integration-added")).toHaveLength(1);
  });

  test("are others with other data, another way or the other direction, and may come back once removed", async () => {
    const { body } = await it("POST", "/api/integrations", flow());
    const back = { fromId: ledger, toId: rents };
    for (const other of [flow({ data: "Rent paid" }), flow({ method: "file" }), flow(back)]) {
      expect((await it("POST", "/api/integrations", other)).status).toBe(201);
    }
    await it("DELETE", `/api/integrations/${body.id}`);
    expect((await it("POST", "/api/integrations", flow())).status).toBe(201);
    expect((await listed()).total).toBe(4);
  });

  test("are recorded once even when several people say so at the same moment", async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => it("POST", "/api/integrations", flow())),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect((await listed()).total).toBe(1);
  });
});
