import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type AnswerBody, startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const nobody: ReturnType<TestServer["as"]> = (...asked) => server.as(null)(...asked);

describe("/api/me", () => {
  test.each<[string, string[], string[], string, boolean]>([
    ["person-it", ["Toolroll.ItManager"], [], "Places", true],
    ["person-administrator", ["Toolroll.Administrator"], [], "Places", true],
    ["person-auditor", ["Toolroll.Auditor"], [], "Places", false],
    ["person-director", [], ["team-places"], "Places", false],
    ["person-staff", [], [], "Housing", false],
  ])("tells %s who they are and what they may do", async (id, roles, managed, teamName, changes) => {
    const { status, body } = await server.as(id)("GET", "/api/me");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      person: { id, email: expect.stringContaining("@council.example"), teamName },
      roles,
      managedTeamIds: managed,
      can: { "own.read": true, "device.change": changes, "person.erase": id === "person-administrator" },
    });
    expect(Object.keys(body.person as object)).toEqual(["id", "name", "email", "teamId", "teamName"]);
  });

  test("tells nobody anything without a token, nor with one that is no token", async () => {
    for (const headers of [{}, { Authorization: "Bearer nonsense" }, { Authorization: "Basic eDp5" }]) {
      const { status, body, headers: answered } = await nobody("GET", "/api/me", undefined, headers);
      expect([status, body.title, answered.get("www-authenticate")]).toEqual([
        401,
        "Not signed in",
        "Bearer",
      ]);
    }
  });
});

describe("signing in locally", () => {
  test("takes an id or an address in any letters, and answers with a token that works", async () => {
    for (const body of [{ personId: "person-staff" }, { email: "Sioned.STAFF@council.example" }]) {
      const signedIn = await nobody("POST", "/local/sign-in", body);
      expect(signedIn.status).toBe(200);
      expect(signedIn.body.person).toMatchObject({ id: "person-staff", name: "Sioned Staff" });
      const headers = { Authorization: `Bearer ${signedIn.body.token}` };
      const { body: me } = await nobody("GET", "/api/me", undefined, headers);
      expect(me.person).toMatchObject({ id: "person-staff" });
    }
  });

  test.each<[string, object, number]>([
    ["nobody of that id", { personId: "no-one" }, 404],
    ["nobody of that address", { email: "no.one@council.example" }, 404],
    ["somebody who has left", { personId: "person-gone" }, 404],
    ["both at once", { personId: "person-it", email: "x" }, 400],
    ["neither", {}, 400],
    ["no text", { personId: 7 }, 400],
    ["an empty id", { personId: "" }, 400],
  ])("refuses %s", async (_what, body, status) => {
    const answer = await nobody("POST", "/local/sign-in", body);
    expect([answer.status, answer.body.status, answer.body.token]).toEqual([status, status, undefined]);
  });

  test("offers those with a role first, then managers, and finds by a part of the name", async () => {
    const { status, body } = await nobody("GET", "/local/people");
    expect(status).toBe(200);
    expect(body.items.map(({ id }) => id)).toEqual([
      "person-administrator",
      "person-it",
      "person-auditor",
      "person-director",
      "person-highways-manager",
      "person-housing-manager",
      "person-other",
      "person-staff",
    ]);
    const found = await nobody("GET", "/local/people?q=sioned");
    expect(found.body.items.map(({ name }) => name)).toEqual(["Sioned Staff"]);
  });
});

describe("for whoever runs it", () => {
  test("it is alive, ready, and counts itself in Prometheus text", async () => {
    expect((await nobody("GET", "/healthz")).body).toEqual({ status: "ok" });
    const ready = await nobody("GET", "/readyz");
    expect([ready.status, ready.body.status, ready.body.database]).toEqual([200, "ready", "ok"]);
    const metrics = await nobody("GET", "/metrics");
    expect(metrics.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(String(metrics.body)).toMatch(/^process_cpu_user_seconds_total \d/m);
  });

  test("it is alive but not ready when the database has gone", async () => {
    const other = await startTestServer();
    await other.context.gateway.close();
    expect((await other.as(null)("GET", "/healthz")).status).toBe(200);
    const ready = await other.as(null)("GET", "/readyz");
    expect([ready.status, ready.body.database]).toEqual([503, "unreachable"]);
    // The database cannot be closed a second time; everything else has stopped by then.
    await other.stop().catch(() => undefined);
  });
});

/** Of interface.md, as far as it exists: a path that goes from here is a broken promise. */
const promised: Readonly<Record<string, string>> = {
  "/healthz": "GET",
  "/readyz": "GET",
  "/metrics": "GET",
  "/tab": "GET",
  "/api/openapi.json": "GET",
  "/api/messages": "POST",
  "/local/sign-in": "POST",
  "/local/people": "GET",
  "/api/me": "GET",
  "/api/teams": "GET POST",
  "/api/teams/{id}": "GET PATCH",
  "/api/people": "GET",
  "/api/devices": "GET POST",
  "/api/devices/{id}": "GET PATCH DELETE",
  "/api/devices/{id}/history": "GET",
  "/api/devices/{id}/assign": "POST",
  "/api/devices/{id}/return": "POST",
  "/api/devices/bulk": "POST",
  "/api/devices/summary": "GET",
  "/api/applications": "GET POST",
  "/api/applications/{id}": "GET PATCH DELETE",
  "/api/applications/{id}/history": "GET",
  "/api/applications/{id}/teams/{teamId}": "PUT DELETE",
  "/api/imports": "GET POST",
  "/api/imports/progress/{key}": "GET",
  "/api/imports/{id}/undo": "POST",
  ...Object.fromEntries(
    ["devices", "applications", "people", "teams"].flatMap((kind) =>
      ["csv", "xlsx"].map((format) => [`/api/exports/${kind}.${format}`, "GET"]),
    ),
  ),
  "/api/check-ins": "GET POST",
  "/api/check-ins/{id}": "GET PATCH",
  "/api/check-ins/{id}/launch": "POST",
  "/api/check-ins/{id}/pause": "POST",
  "/api/check-ins/{id}/close": "POST",
  "/api/check-ins/{id}/deliveries": "GET",
  "/api/check-ins/{id}/summary": "GET",
  "/api/my/kit": "GET",
  "/api/my/check-ins": "GET",
  "/api/my/check-ins/{deliveryId}/answer": "POST",
  "/api/audit-events": "GET",
  "/api/people/{id}/data-export": "GET",
  "/api/people/{id}/erasure": "POST",
};

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

describe("the OpenAPI document", () => {
  let document: AnswerBody & {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  beforeAll(async () => {
    document = (await nobody("GET", "/api/openapi.json")).body as typeof document;
  });

  test("needs no sign-in and is valid OpenAPI 3.1, with schemas that are valid JSON Schema", () => {
    // The validator is the one that fast-json-stringify brings; the schema is the OpenAPI Initiative's own.
    const { default: Ajv } = createRequire(require.resolve("fast-json-stringify"))("ajv/dist/2020");
    const schema = readFileSync(join(__dirname, "..", "fixtures", "openapi-3.1.schema.json"), "utf8");
    const validator = new Ajv({ strict: false, validateFormats: false });
    const validate = validator.compile(JSON.parse(schema));
    expect([validate(document), validate.errors]).toEqual([true, null]);
    expect(validate({ ...document, paths: { devices: {} } })).toBe(false);
    for (const [at, part] of schemasIn(document)) {
      expect([at, validator.validateSchema(part), validator.errorsText()]).toEqual([at, true, "No errors"]);
    }
  });

  test.each(Object.entries(promised))("has %s with %s", (path, methods) => {
    const offered = Object.keys(document.paths[path] ?? {}).map((method) => method.toUpperCase());
    expect(offered).toEqual(expect.arrayContaining(methods.split(" ")));
  });

  test("declares each parameter of each path, and says what a problem looks like", () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { parameters = [], responses }] of Object.entries(methods)) {
        const inPath = parameters
          .filter((one) => one.in === "path" && one.required)
          .map(({ name }) => `{${name}}`);
        expect([method, path, inPath.sort()]).toEqual([method, path, (path.match(/\{\w+\}/g) ?? []).sort()]);
        expect(Object.keys(responses).length).toBeGreaterThan(0);
      }
    }
    expect(JSON.stringify(document)).toContain("application/problem+json");
  });
});

/** Every schema of a body, an answer or a parameter, with its place. */
function schemasIn(value: unknown, at = ""): [string, object][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === "schema" ? [[`${at}/schema`, part] as [string, object]] : schemasIn(part, `${at}/${name}`),
  );
}
