import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sql from "sql-template-tag";
import type { GraphConnection } from "../../src/graph/graph-caller";
import { graphTransport } from "../../src/graph/graph-transport";
import { createLog } from "../../src/platform/log";
import { rememberConversation } from "../../src/services/conversation-service";
import { deliverDue } from "../../src/services/outbox-service";
import { activityFeed } from "../../src/services/teams-app/activity-feed";
import { installDue } from "../../src/services/teams-app/app-installing";
import { teamsAppOf } from "../../src/services/teams-app/teams-app";
import {
  addPeople,
  launched,
  openWorld,
  person,
  RecordingMessenger,
  type World,
} from "../services/check-in-world";

const manifestId = "3c8e9f52-6b1d-4a7e-9d20-5f4a1b7c6e01";

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** What the Teams part of Graph answers, at its real paths. */
class TeamsGraph {
  readonly asked: Asked[] = [];
  inCatalogue = true;
  /** Status and code of the next answers to a POST; then 201. */
  readonly answers: [number, string?][] = [];
  #server: Server | null = null;

  async start(): Promise<string> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const body = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
        const path = decodeURIComponent(request.url ?? "");
        this.asked.push({ method: request.method ?? "", path, body });
        response.setHeader("content-type", "application/json");
        if (request.method === "GET") {
          const value = this.inCatalogue && path.includes(manifestId) ? [{ id: "catalogue-1" }] : [];
          response.end(JSON.stringify({ value }));
          return;
        }
        const [status, code] = this.answers.shift() ?? [201];
        response.statusCode = status;
        response.end(code === undefined ? "" : JSON.stringify({ error: { code, message: code } }));
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}

let world: World;
let teams: RecordingMessenger;
let graph: TeamsGraph;
let connection: GraphConnection;

beforeEach(async () => {
  world = await openWorld();
  teams = new RecordingMessenger();
  graph = new TeamsGraph();
  const transport = graphTransport(await graph.start(), { current: async () => "token" });
  connection = {
    transport,
    tokens: { renewed: async () => "token" },
    clock: world.clock,
    rest: async () => {},
  };
  await addPeople(world, person("new"), person("other"), person("gone", { active: false }));
});
afterEach(async () => {
  graph.stop();
  await world.close();
});

const install = () => installDue(world.context, connection, manifestId);
const reasons = async () => {
  const query = sql`SELECT person_id AS id, reason FROM delivery WHERE state = 'blocked' ORDER BY person_id`;
  const rows = await world.context.gateway.read((reader) =>
    reader.rows<{ id: string; reason: string }>(query),
  );
  return rows.map(({ id, reason }) => [id, reason]);
};
async function waiting(): Promise<void> {
  await launched(world);
  await deliverDue(world.context, teams, 10);
}

describe("installing the app for people whose questions wait", () => {
  it("asks Graph once for each, and what Teams then says of the install sends the question", async () => {
    await waiting();
    expect(await install()).toEqual({ asked: 2, held: null });
    // Queued at one moment, they come in the order of random ids.
    const byPath = [...graph.asked].sort((one, other) => (one.path < other.path ? -1 : 1));
    const body = {
      "teamsApp@odata.bind": "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/catalogue-1",
    };
    expect(byPath.filter(({ method }) => method === "POST")).toMatchObject([
      { path: "/v1.0/users/new/teamwork/installedApps", body },
      { path: "/v1.0/users/other/teamwork/installedApps", body },
    ]);
    expect(await reasons()).toEqual([
      ["new", "installing"],
      ["other", "installing"],
    ]);
    expect(await install()).toEqual({ asked: 0, held: null });
    await rememberConversation(world.context, { personId: "new", reference: {}, locale: null });
    await deliverDue(world.context, teams, 10);
    expect(teams.sent.map(({ personId }) => personId)).toEqual(["new"]);
  });

  it("tells whom a policy keeps from it, apart from whom it was there for already", async () => {
    await waiting();
    graph.answers.push([409, "Conflict"], [403, "BlockedByAppPermissionPolicy"]);
    expect(await install()).toEqual({ asked: 2, held: null });
    expect((await reasons()).map(([, reason]) => reason).sort()).toEqual(["install-refused", "installing"]);
  });

  it("waits as before where Graph does not permit it, does not know the app, or is down", async () => {
    await waiting();
    const untouched = [
      ["new", "not-installed"],
      ["other", "not-installed"],
    ];
    graph.answers.push([403, "Forbidden"]);
    expect(await install()).toEqual({ asked: 0, held: "not-permitted" });
    expect(await reasons()).toEqual(untouched);
    graph.inCatalogue = false;
    expect(await install()).toEqual({ asked: 0, held: "not-in-catalogue" });
    expect(await reasons()).toEqual(untouched);
    graph.inCatalogue = true;
    graph.answers.push(...Array.from({ length: 6 }, (): [number, string] => [503, "serviceNotAvailable"]));
    expect(await install()).toEqual({ asked: 0, held: "failed" });
    expect(await reasons()).toEqual(untouched);
  });

  it("asks for nobody while no question waits, nor for those who have left", async () => {
    expect(await install()).toEqual({ asked: 0, held: null });
    expect(graph.asked).toEqual([]);
  });
});

describe("a line in the activity feed", () => {
  const link = "https://teams.microsoft.com/l/entity/app/my-kit";
  const feed = () => {
    const app = { connection, manifestId, installs: false, notifies: true };
    const others = {
      renewals: "renewals",
      contracts: "contracts",
      findings: "findings",
      rollouts: "rollouts",
    };
    const links = { "my-kit": link, ...others };
    return activityFeed(app, links, world.clock, createLog("silent"));
  };

  it("names the question and leads to My kit", async () => {
    await feed()({ personId: "new", title: "Is this yours?", page: "my-kit" });
    expect(graph.asked).toEqual([
      {
        method: "POST",
        path: "/v1.0/users/new/teamwork/sendActivityNotification",
        body: {
          topic: { source: "text", value: "Toolroll", webUrl: link },
          activityType: "questionAsked",
          previewText: { content: "Is this yours?" },
          templateParameters: [{ name: "title", value: "Is this yours?" }],
        },
      },
    ]);
  });

  it.each([
    ["renewals", "renewalNear"],
    ["contracts", "renewalNear"],
    ["findings", "findingsListed"],
  ] as const)("that leads to %s is called %s", async (page, activityType) => {
    await feed()({ personId: "new", title: "Ledger", page });
    expect(graph.asked).toMatchObject([{ body: { topic: { webUrl: page }, activityType } }]);
  });

  it("never fails, is tried once, and rests after Graph said that it is not allowed", async () => {
    const tell = feed();
    graph.answers.push([500, "generalException"], [403, "Forbidden"]);
    await tell({ personId: "new", title: "One", page: "my-kit" });
    await tell({ personId: "new", title: "Two", page: "my-kit" });
    await tell({ personId: "new", title: "Three", page: "my-kit" });
    expect(graph.asked).toHaveLength(2);
    world.clock.pass(15 * 60_000 + 1);
    await tell({ personId: "new", title: "Four", page: "my-kit" });
    expect(graph.asked).toHaveLength(3);
  });
});

it("nothing of it is done unless a setting asks for it and Graph is set up", () => {
  const settings = (more: object) =>
    ({ TEAMS_APP_ID: manifestId, ...more }) as Parameters<typeof teamsAppOf>[0];
  expect(teamsAppOf(settings({}), { connection })).toBeNull();
  expect(teamsAppOf(settings({ TEAMS_INSTALL: "on" }), { connection: null })).toBeNull();
  expect(teamsAppOf(settings({ TEAMS_INSTALL: "on" }), { connection })).toMatchObject({
    installs: true,
    notifies: false,
  });
  expect(teamsAppOf(settings({ TEAMS_ACTIVITY_FEED: "on" }), { connection })).toMatchObject({
    notifies: true,
  });
});
