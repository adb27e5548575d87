import type { EntitySchema } from "typeorm";
import { entities } from "../../src/database/entities/entities";
import { namingColumns } from "../../src/database/naming-texts";
import { bothEngines } from "../support/engines";
import { startTestServer, type TestServer } from "../support/server";

/*
 * Free text that names a person: one row is planted for every column in which anybody can type anything. Subject access
 * has to tell of each, and an erasure has to say that somebody must read each.
 */
const instant = "2026-01-02T03:04:05.000Z";

/** A row whose keys are its own and in which that column names Oliver Other, in whatever case and spacing. */
function rowFor(
  table: string,
  column: string,
  number: number,
): readonly [EntitySchema<object>, Record<string, unknown>] {
  const entity = entities.find(({ options }) => options.tableName === table) as EntitySchema<object>;
  const fields = Object.entries(entity.options.columns as Record<string, { name?: string; type?: unknown }>);
  const values = fields.map(([field, { name, type }]) => {
    if (name === column) return [field, "Ask OLIVER  other, please"];
    if (type !== "text") return [field, number];
    return [field, name === "id" || name?.endsWith("_key") ? `planted-${table}-${column}` : instant];
  });
  return [entity, Object.fromEntries(values)];
}

describe.each(bothEngines())("texts that name a person, on $engine", ({ newDatabase }) => {
  let server: TestServer;
  const admin = (method: string, path: string, body?: unknown) =>
    server.as("person-administrator")(method, path, body);
  const places = namingColumns.map(({ record, column }) => [record, column]).sort();

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase() });
    await server.context.gateway.write(async (tx) => {
      for (const [at, { table, column }] of namingColumns.entries()) {
        const [entity, row] = rowFor(table, column, at + 1);
        const key = table === "kit_response" ? { deliveryId: `planted-${column}` } : {};
        await tx.manager.insert(entity, { ...row, ...key });
      }
    });
  });
  afterAll(() => server.stop());

  it("are told of in subject access", async () => {
    const { status, body } = await admin("GET", "/api/people/person-other/data-export?format=json");
    expect(status).toBe(200);
    const mentions = body.mentions as { record: string; as: string }[];
    const told = mentions.map(({ record, as }) => [record, as.replace("named in ", "")]);
    expect(told.sort()).toEqual(places);
  });

  it("are told of to nobody else", async () => {
    const { body } = await admin("GET", "/api/people/person-staff/data-export?format=json");
    expect(body.mentions).toEqual([]);
  });

  it("are listed by an erasure for somebody to read", async () => {
    const { status, body } = await admin("POST", "/api/people/person-other/erasure", { reason: "Asked" });
    expect(status).toBe(200);
    const listed = (body.toReview as { record: string; field: string }[]).map(({ record, field }) => [
      record,
      field,
    ]);
    expect(listed.sort()).toEqual(places);
  });
});
