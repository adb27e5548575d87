import type { EntitySchema } from "typeorm";
import { entities } from "../../src/database/entities/entities";
import { personTraces } from "../../src/database/person-traces";
import { bothEngines } from "../support/engines";
import { startTestServer, type TestServer } from "../support/server";

/*
 * Subject access: one row is planted for every place where a person's id can stand, and every one of them has to come
 * out of the export again, or say here how else the person is told.
 */
const told: Readonly<Record<string, string>> = {
  "person.id": "the directory entry itself",
  "import_change.before": "by subject: rows about the person; those about other records are copies of these",
  "import_change.origins": "as import_change.before",
  "field_origin.subject_id":
    "the field itself is in the directory entry; who set it is not about this person",
  "field_origin.declined": "a value from outside that was turned down, in the audit events",
  "custody_event.person_id": "an index of the audit events, which are there",
  "audit_event.actor_id": "events",
  "search_entry.record_id": "an index of the directory entry",
  "check_in.audience": "by the copies that were sent",
  "survey.audience": "by the members who were asked",
  "wave.audience": "by the people of the wave",
  "survey_link.person_id": "by the answer that it leads to",
  "graph_holding.person_id": "licences of the sync in force",
  "delivery.person_id": "checkIns, with its check-in",
  "stock_take_item.holder_id": "stockTakes, with its stock-take",
  "stock_take_item.recorded_by": "stockTakes, with its stock-take",
  "team_manager.person_id": "teams, with its team",
};
const planted = personTraces.filter(({ table, column }) => told[`${table}.${column}`] === undefined);

const instant = "2026-01-02T03:04:05.000Z";

/** Every text says when, every number is one; its keys are new. */
function rowFor(entity: EntitySchema<object>, column: string, personId: string): Record<string, unknown> {
  const fields = Object.entries(entity.options.columns as Record<string, { name?: string; type?: unknown }>);
  return Object.fromEntries(
    fields.map(([field, { name, type }]) => {
      if (name === column) return [field, personId];
      if (type !== "text") return [field, 1];
      const isKey = name === "id" || name === "identity" || name === "sku_id" || name?.endsWith("_key");
      return [field, isKey ? `planted-${entity.options.tableName}-${column}` : instant];
    }),
  );
}

async function heldOf(server: TestServer, personId: string): Promise<number> {
  const { status, body } = await server.as("person-administrator")(
    "GET",
    `/api/people/${personId}/data-export`,
  );
  expect(status).toBe(200);
  return Object.entries(body)
    .filter(([list, rows]) => Array.isArray(rows) && list !== "events" && list !== "notHeld")
    .reduce((sum, [, rows]) => sum + (rows as unknown[]).length, 0);
}

describe.each(bothEngines())("subject access on $engine", ({ newDatabase }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase() });
  });
  afterAll(() => server.stop());

  test.each(planted)(
    "shows a person the row that names them in $table.$column",
    async ({ table, column }) => {
      const entity = entities.find(({ options }) => options.tableName === table) as EntitySchema<object>;
      const before = await heldOf(server, "person-other");
      const row = rowFor(entity, column, "person-other");
      await server.context.gateway.write(async (tx) => {
        if (table === "import_change") {
          const run = entities.find(
            ({ options }) => options.tableName === "import_run",
          ) as EntitySchema<object>;
          await tx.manager.insert(run, { ...rowFor(run, "", ""), id: instant });
        }
        await tx.manager.insert(entity, row);
      });
      expect(await heldOf(server, "person-other")).toBe(before + 1);
    },
  );
});

test("every reason for another way of telling is about a column that can name a person", () => {
  const columns = personTraces.map(({ table, column }) => `${table}.${column}`);
  expect(Object.keys(told).filter((column) => !columns.includes(column))).toEqual([]);
});
