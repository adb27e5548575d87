import { type ActorName, actors, mayCall, routeMatrix, type Secret } from "../support/route-matrix";
import { type Answer, startTestServer, type TestServer } from "../support/server";

let server: TestServer;
let secrets: Record<Secret, string>;
/** What no answer to team B may hold. */
let marks: string[];

const actorNames = Object.keys(actors) as ActorName[];
const outsiders = ["staff of B", "manager of B"] as const;
const nowhere = "nothing-here";

beforeAll(async () => {
  server = await startTestServer();
  secrets = await fillTeamA();
  marks = [...Object.values(secrets), "ZANZ", "Zanzibar", "person-staff", "Sioned", "Huw Housing"];
});
afterAll(() => server.stop());

/** A device, an application, a question and a report that concern team A alone. */
async function fillTeamA(): Promise<Record<Secret, string>> {
  const it = server.as(actors["IT manager"]);
  const { body: device } = await it("POST", "/api/devices", {
    assetTag: "ZANZ-1",
    type: "laptop",
    model: "Zanzibar",
  });
  await it("POST", `/api/devices/${device.id}/assign`, { personId: "person-staff" });
  const { body: application } = await it("POST", "/api/applications", {
    name: "Zanzibar Ledger",
    kind: "line-of-business",
  });
  await it("PUT", `/api/applications/${application.id}/teams/team-housing`, { use: "in-use" });
  const { body: contract } = await it("POST", "/api/contracts", {
    applicationId: application.id,
    reference: "Zanzibar 1",
  });
  const { body: checkIn } = await it("POST", "/api/check-ins", {
    purpose: "kit",
    title: "Zanzibar check",
    audience: { personIds: ["person-staff"] },
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  await it("POST", `/api/check-ins/${checkIn.id}/launch`);
  const mine = server.as("person-staff");
  const delivery = String((await mine("GET", "/api/my/check-ins")).body.items[0]?.deliveryId);
  await mine("POST", `/api/my/check-ins/${delivery}/answer`, { answers: { [device.id]: "broken" } });
  const { body: stockTake } = await it("POST", "/api/stock-takes", {
    title: "Zanzibar count",
    teamIds: ["team-housing"],
  });
  const { body: survey } = await it("POST", "/api/surveys", {
    title: "Zanzibar survey",
    items: [{ kind: "skill", text: { en: "I can use Zanzibar." } }],
    audience: { teamIds: ["team-housing"] },
  });
  await it("POST", `/api/surveys/${survey.id}/open`);
  const { body: unconfirmed } = await it("POST", "/api/devices", { assetTag: "ZANZ-2", type: "phone" });
  await it("POST", `/api/devices/${unconfirmed.id}/assign`, { personId: "person-staff" });
  await it("POST", "/api/findings/round", {});
  const [finding] = (await it("GET", "/api/findings?team=team-housing")).body.items;
  const { body: rollout } = await it("POST", "/api/rollouts", {
    name: "Zanzibar rollout",
    subject: { applicationId: application.id },
    ownerId: "person-it",
  });
  const rolloutPath = `/api/rollouts/${rollout.id}`;
  const { body: wave } = await it("POST", `${rolloutPath}/waves`, {
    name: "Zanzibar wave",
    ring: "test",
    plannedStart: "2027-01-04",
    plannedEnd: "2027-01-15",
    audience: { teamIds: ["team-housing"] },
    gates: [{ measure: "trained", threshold: 80 }],
  });
  const stops = { text: "Zanzibar is down", personId: "person-staff" };
  const { body: blocker } = await it("POST", `${rolloutPath}/blockers`, stops);
  const session = { title: "Zanzibar intro", startsAt: "2027-01-04T09:00:00Z", places: 5 };
  const { body: training } = await it("POST", `${rolloutPath}/training`, session);
  const [problem] = (await it("GET", "/api/device-problems")).body.items;
  return {
    device: device.id,
    team: "team-housing",
    application: application.id,
    contract: contract.id,
    delivery,
    problem: problem?.id ?? "",
    person: "person-staff",
    "stock-take": stockTake.id,
    survey: survey.id,
    finding: finding?.id ?? "",
    rollout: rollout.id,
    wave: wave.id,
    blocker: blocker.id,
    training: training.id,
  };
}

async function routes(): Promise<string[]> {
  const { body } = await server.as(null)("GET", "/api/openapi.json");
  return Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

function call(actor: ActorName | null, route: string, id: string, query = ""): Promise<Answer> {
  const [method = "", path = ""] = route.split(" ");
  const filled = path.replace(/\{(\w+)\}/g, () => id);
  const body = method === "GET" || method === "DELETE" ? undefined : {};
  return server.as(actor && actors[actor])(method, filled + query, body, { "If-Match": '"v1"' });
}

const inside = Object.entries(routeMatrix).filter(([, { who }]) => who !== "outside" && who !== "open");
const withSecret = inside.filter(([, { secret }]) => secret !== undefined);
const lists = inside
  .filter(([route]) => route.startsWith("GET ") && !route.includes("{"))
  .map(([route]) => route);

test("every route of the router has somebody who decided who may call it, and none is left over", async () => {
  expect((await routes()).sort()).toEqual(Object.keys(routeMatrix).sort());
});

test.each(inside)("%s lets in whom it should and nobody else", async (route, rule) => {
  expect((await call(null, route, nowhere)).status).toBe(401);
  const unexpected: string[] = [];
  for (const actor of actorNames) {
    const { status } = await call(actor, route, nowhere, "?q=ZANZ");
    const refused = status === 401 || status === 403;
    if (status >= 500 || refused === mayCall(rule, actor)) unexpected.push(`${actor}: ${status}`);
  }
  expect(unexpected).toEqual([]);
});

test.each(withSecret)("%s answers those of another team as if there were nothing", async (route, rule) => {
  const { secret } = rule;
  for (const actor of outsiders.filter((each) => mayCall(rule, each))) {
    const [hidden, missing] = [
      await call(actor, route, secret ? secrets[secret] : ""),
      await call(actor, route, nowhere),
    ];
    expect([actor, hidden.status]).toEqual([actor, 404]);
    expect(comparable(hidden)).toEqual(comparable(missing));
  }
  if (route.startsWith("GET ")) {
    const { status } = await call("manager of A", route, secret ? secrets[secret] : "");
    expect(status).toBe(200);
  }
});

/** Everything that a client sees, without what differs from request to request. */
function comparable({ status, headers, body }: Answer) {
  const { requestId: _, ...rest } = body;
  const kept = [...headers].filter(([name]) => !["date", "x-request-id"].includes(name));
  return { status, headers: kept, body: rest };
}

test.each(lists)(
  "%s shows those of another team nothing of team A, in rows, counts or files",
  async (route) => {
    for (const actor of outsiders) {
      for (const query of ["", "?q=ZANZ", "?q=sioned", "?team=team-housing", "?assignee=person-staff"]) {
        const { status, body } = await call(actor, route, nowhere, query);
        if (status !== 200) continue;
        const text = typeof body === "string" ? body : JSON.stringify(body);
        const asked = new URLSearchParams(query).get("q") ?? "";
        const shown = marks.filter(
          (mark) =>
            text.toLowerCase().includes(mark.toLowerCase()) && mark.toLowerCase() !== asked.toLowerCase(),
        );
        expect([actor, query, shown]).toEqual([actor, query, []]);
        if (Array.isArray(body.items) && typeof body.total === "number" && body.nextCursor === null) {
          expect([actor, query, body.total]).toEqual([actor, query, body.items.length]);
        }
      }
    }
  },
);

test("what is hidden from team B is there for team A", async () => {
  const { body } = await call("manager of A", "GET /api/devices", nowhere);
  expect(body.items.map(({ assetTag }) => assetTag)).toEqual(["ZANZ-1", "ZANZ-2"]);
  const found = await call("manager of A", "GET /api/search", nowhere, "?q=ZANZ");
  expect(JSON.stringify(found.body)).toContain("ZANZ-1");
});
