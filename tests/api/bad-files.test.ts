import sql from "sql-template-tag";
import { startTestServer, type TestServer } from "../support/server";
import { badFiles } from "./bad-corpus";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  const payroll = { name: "Payroll", kind: "line-of-business" };
  await server.as("person-it")("POST", "/api/applications", payroll);
});
afterAll(() => server.stop());

/** Everything that a file could leave behind. */
const traces = () =>
  server.context.gateway.read(async (reader) => {
    const tables = ["device", "application", "supplier", "contract", "person", "team", "team_manager"];
    const counts: Record<string, unknown> = {};
    for (const table of [...tables, "audit_event", "import_run", "import_change", "search_entry"]) {
      counts[table] = await reader.rows(sql([`SELECT count(*) AS n FROM ${table}`]));
    }
    return counts;
  });

test(`${badFiles.length} bad files over HTTP: each is refused in words that name the place, and none leaves anything`, async () => {
  expect(badFiles.length).toBeGreaterThanOrEqual(150);
  expect(new Set(badFiles.map(({ kind, what }) => `${kind} ${what}`)).size).toBe(badFiles.length);
  const apply = server.as("person-it");
  const before = await traces();
  const wrong: unknown[] = [];
  for (const { kind, what, bytes, line } of badFiles) {
    const body = bytes();
    const answer = await apply("POST", `/api/imports?kind=${kind}&mode=apply`, body);
    const told = sentences(answer);
    const named = line === null || told.some((one) => one.line === line || one.text.includes(`ine ${line}`));
    const isClean = told.every(({ text }) => text !== "" && !text.includes("{{"));
    const isRefused =
      [400, 413].includes(answer.status) || (answer.status === 200 && answer.body.applied === false);
    if (!isRefused || !named || !isClean || told.length === 0) {
      wrong.push([kind, what, answer.status, answer.body.applied, told.slice(0, 3)]);
    }
  }
  expect(wrong).toEqual([]);
  expect(await traces()).toEqual(before);
  expect((await apply("GET", "/api/me")).status).toBe(200);
}, 300_000);

function sentences({ status, body }: Awaited<ReturnType<ReturnType<TestServer["as"]>>>) {
  if (status !== 200) return [{ line: null, text: body.detail }];
  return body.problems
    .filter(({ severity }) => severity !== "warning")
    .map(({ line, message }) => ({ line, text: String(message) }));
}
