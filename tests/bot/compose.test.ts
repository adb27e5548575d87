import sql from "sql-template-tag";
import { sharedRecordCard } from "../../bot/cards/shared-record-card";
import type { Caller } from "../../src/domain/permission";
import type { SearchHit } from "../../src/domain/search";
import { createDevice } from "../../src/services/device-service";
import { person } from "../services/check-in-world";
import { type BotConnector, startBotConnector } from "../support/bot-connector";
import { settingForTests } from "./bot-builders";
import { type BotServer, cerys, gone, owen, startBotServer, tom } from "./bot-server";

const it_: Caller = {
  person: person("it-manager"),
  roles: ["Toolroll.ItManager"],
  managedTeamIds: [],
  scope: { kind: "everything" },
};

let server: BotServer;
let connector: BotConnector;

beforeEach(async () => {
  server = await startBotServer();
  connector = await startBotConnector();
  const { context } = server.world;
  await context.gateway.write(async (tx) => {
    await tx.run(sql`INSERT INTO team_manager (team_id, person_id) VALUES ('repairs', ${tom})`);
  });
  const make = (assetTag: string, teamId: string, assigneeId?: string) =>
    createDevice(context, it_, {
      ...{ assetTag, type: "laptop", manufacturer: "Dell", model: "Latitude 5440", teamId },
      ...(assigneeId === undefined ? {} : { assigneeId }),
    });
  await make("FIND-OWEN", "repairs", owen);
  await make("FIND-CERYS", "repairs", cerys);
  await make("FIND-HOUSING", "housing");
});
afterEach(async () => {
  await server.stop();
  await connector.close();
});

interface Found {
  readonly composeExtension: {
    readonly type: string;
    readonly text?: string;
    readonly attachments?: readonly {
      readonly content: unknown;
      readonly preview: { readonly content: { readonly title: string; readonly text: string } };
    }[];
  };
}

async function query(personId: string, value: unknown, change: Record<string, unknown> = {}): Promise<Found> {
  const response = await fetch(`${server.url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ...{ type: "invoke", name: "composeExtension/query", id: "q1", channelId: "msteams" },
      ...{ serviceUrl: connector.serviceUrl, locale: "en-GB", recipient: { id: "28:bot" } },
      from: { id: `29:${personId}`, aadObjectId: personId },
      conversation: { id: "19:team@thread.tacv2", conversationType: "channel" },
      value,
      ...change,
    }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Found;
}

const typed = (text: unknown) => ({ commandId: "search", parameters: [{ name: "query", value: text }] });
const tags = ({ composeExtension }: Found) =>
  (composeExtension.attachments ?? []).map(({ preview }) => preview.content.title).sort();

describe("the search from the compose box", () => {
  it("finds for staff what is theirs, for a manager what is of their teams, and nothing beyond", async () => {
    expect(tags(await query(owen, typed("FIND")))).toEqual(["FIND-OWEN"]);
    expect(tags(await query(tom, typed("FIND")))).toEqual(["FIND-CERYS", "FIND-OWEN"]);
    const none = await query(owen, typed("FIND-CERYS"));
    expect(none.composeExtension).toEqual({
      type: "message",
      text: "Nothing that you may see holds this text.",
    });
    expect(none).toEqual(await query(owen, typed("NO-SUCH-TAG")));
  });

  it("gives a card to share that names no holder and leads to the device", async () => {
    const [found] = (await query(owen, typed("FIND"))).composeExtension.attachments ?? [];
    const card = JSON.stringify(found?.content);
    expect(card).toContain("FIND-OWEN");
    expect(card).toContain("inventory?device=");
    expect(card).not.toContain("Owen Griffiths");
    expect(card).not.toContain("Action.Execute");
  });

  it("shows what the person holds before anything is typed", async () => {
    const first = { commandId: "search", parameters: [{ name: "initialRun", value: "true" }] };
    expect(tags(await query(owen, first))).toEqual(["FIND-OWEN", "LT-0001", "PH-0002"]);
  });

  it("understands a client that names neither command nor parameter, as the Agents Playground", async () => {
    expect(tags(await query(owen, { parameters: [{ value: "FIND" }] }))).toEqual(["FIND-OWEN"]);
    expect(tags(await query(owen, {}))).toEqual(["FIND-OWEN", "LT-0001", "PH-0002"]);
  });

  it.each([gone, "11111111-0000-4000-8000-0000000000ff"])("knows nothing for %s", async (id) => {
    const { composeExtension } = await query(id, typed("FIND"));
    expect(composeExtension).toMatchObject({ type: "message" });
    expect(composeExtension.text).toContain("I cannot find you");
  });

  it("answers in Welsh to a Welsh host", async () => {
    const { composeExtension } = await query(owen, typed("dim byd"), { locale: "cy-GB" });
    expect(composeExtension.text).toBe("Nid oes dim y cewch ei weld yn cynnwys y testun hwn.");
  });

  it.each([
    null,
    7,
    "x",
    [],
    { commandId: "other" },
    { commandId: 7 },
    { commandId: "search", parameters: "x" },
    { commandId: "search", parameters: Array.from({ length: 50 }, () => ({ name: "query", value: "x" })) },
  ])("takes %j with a friendly word", async (value) => {
    const { composeExtension } = await query(owen, value);
    expect(composeExtension).toEqual({
      type: "message",
      text: "I do not know this search. Close the box and open it again.",
    });
  });

  it.each([{}, 7, ["FIND"], "x".repeat(5_000), "%_\\\"'; DROP TABLE device", "<script>"])(
    "finds nothing strange for %j",
    async (text) => {
      const { composeExtension } = await query(owen, typed(text));
      expect(["message", "result"]).toContain(composeExtension.type);
    },
  );
});

it("a shared card keeps foreign text as text, under its size, in both languages", () => {
  const nasty = "[click](https://evil.example) **b** <at>Boss</at> {{DATE(2020)}}".repeat(90);
  for (const language of ["en", "cy"] as const) {
    for (const kind of ["device", "application", "team"] as const) {
      const hit: SearchHit = {
        kind,
        id: "d-1",
        title: nasty,
        subtitle: nasty,
        state: "archived",
        ownerId: null,
      };
      const card = sharedRecordCard(settingForTests(language), hit);
      expect(JSON.stringify(card).length).toBeLessThan(24_000);
      const blocks = card.body.filter(({ type }) => type === "TextBlock");
      expect(JSON.stringify(blocks)).not.toContain("evil.example");
    }
  }
});
