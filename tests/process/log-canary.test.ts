import { postActivity, teamsActivity } from "../support/bot-client";
import { botSecret, tabSecret } from "../support/entra";
import { type GraphServer, startGraph } from "../support/graph/graph-server";
import { openProcessWorld, type ProcessWorld } from "./process-world";

let graph: GraphServer;
let world: ProcessWorld;

beforeAll(async () => {
  graph = await startGraph(2);
  world = await openProcessWorld(2, { DEV_LOOPBACK_GRAPH_URL: graph.origin });
});
afterAll(() => Promise.all([world.close(), graph.close()]));

/** Everything that may go wrong while Microsoft is asked in a person's own name, and once nothing. */
async function askInOwnName(person: string): Promise<string[]> {
  const { entra, server } = world;
  const tokens: string[] = [];
  const ask = async () => {
    const token = entra.userToken(person, { uti: `own-${tokens.length}` });
    tokens.push(token);
    const answer = await fetch(`${server.url}/api/my/licences/now`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.status;
  };
  graph.tenant.change(person, { assignedLicenses: [] });
  const statuses = [await ask()];
  graph.faults.spoil("/me", { kind: "failing", status: 403 }, { times: 2 });
  statuses.push(await ask());
  for (const fault of ["consent-missing", "proof-missing", "account-disabled", "busy"] as const) {
    entra.onBehalf = fault;
    statuses.push(await ask());
  }
  expect(statuses).toEqual([200, 403, 403, 403, 403, 503]);
  return tokens;
}

/** Everything that may go wrong at the doors, with secrets in every place where one could stand. */
async function knockEverywhere(): Promise<string[]> {
  const { entra, bots, connector, server, people } = world;
  const person = people[0] ?? "";
  const good = entra.userToken(person, { roles: ["Toolroll.ItManager"] });
  const stale = entra.userToken(person, { exp: 1 });
  const stranger = entra.userToken("00000000-0000-4000-8000-00000000dead");
  const bot = bots.botToken(connector.serviceUrl);
  const foreign = bots.botToken("https://evil.example/");
  for (const token of [good, stale, stranger, bot, "broken"]) {
    await fetch(`${server.url}/api/me?access_token=${token}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await fetch(`${server.url}/api/devices`, { headers: { authorization: token, cookie: `t=${token}` } });
    await fetch(`${server.url}/nowhere/${token}`, { headers: { authorization: `Bearer ${token}` } });
  }
  await world.call("POST", "/api/devices", { assetTag: { secret: good } });
  const called = await world.call("POST", "/api/my/contract-calendar", {});
  const made = (await called.json()) as { address: string };
  const { pathname } = new URL(made.address);
  await fetch(`${server.url}${pathname}`);
  await fetch(`${server.url}${pathname}`, { method: "POST" });
  await fetch(`${server.url}${pathname.replace("contracts.ics", "nowhere.ics")}`);
  const calendar = pathname.split("/")[3] ?? "";
  const own = await askInOwnName(person);
  const activity = teamsActivity(person, connector.serviceUrl, { text: "canary-text-of-a-person" });
  await postActivity(server.url, activity, bot);
  await postActivity(server.url, activity, foreign);
  await postActivity(server.url, { ...activity, text: 7 }, bot);
  connector.fault = { kind: "status", status: 401 };
  await postActivity(server.url, activity, bot);
  connector.fault = { kind: "reset" };
  await postActivity(server.url, activity, bot);
  bots.fault = "error";
  entra.fault = "garbage";
  await fetch(`${server.url}/readyz`);
  await fetch(`${server.url}/api/me`, { headers: { authorization: `Bearer ${stale}` } });
  return [good, stale, stranger, bot, foreign, calendar, ...own];
}

it("no token, secret, name or answer stands in any line of the log, at its most talkative", async () => {
  const tokens = await knockEverywhere();
  await world.server.end("SIGTERM");
  const output = world.server.output();
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  expect(lines.length).toBeGreaterThan(20);
  expect(output).toContain("sign-in refused");
  expect(output).toContain("bot request refused");
  const issued = [...world.bots.issued, ...world.entra.issued];
  const parts = [...tokens, ...issued].flatMap((token) =>
    token.split(".").filter((part) => part.length > 20),
  );
  // The headers of tokens are the same for everybody; claims and signatures are not.
  const words = ["Canary Name", "Canary Person", "canary-text", "canary-of-entra", "capolids"];
  const secrets = [...issued, ...parts, botSecret, tabSecret, ...words];
  expect(secrets.filter((secret) => output.includes(secret))).toEqual([]);
});
