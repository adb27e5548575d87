import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { type PackageProblems, packageApp } from "../scripts/app-package/package-app-file";
import { readPng } from "../scripts/app-package/png-picture";
import { commandOf } from "../src/domain/typed-answer";

const root = join(__dirname, "..");
type Json = Record<string, never>;

describe("the app package", () => {
  const folder = mkdtempSync(join(tmpdir(), "toolroll-package-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function built(envName: string, environment: Record<string, string> = {}) {
    await packageApp({ root, envName, environment, folder });
    const zip = await JSZip.loadAsync(readFileSync(join(folder, `appPackage.${envName}.zip`)));
    const bytes = (name: string) =>
      zip.file(name)?.async("nodebuffer") ?? Promise.reject(new Error(`no ${name}`));
    const json = async (name: string) => JSON.parse(String(await bytes(name)));
    return { names: Object.keys(zip.files).sort(), bytes, json };
  }

  it("is built for the development template and holds what Teams asks for", async () => {
    const { names, json } = await built("dev");
    expect(names).toEqual(["color.png", "cy.json", "manifest.json", "outline.png"]);
    const manifest = await json("manifest.json");
    expect(JSON.stringify(manifest)).not.toContain("${{");
    expect(manifest).toMatchObject({
      version: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
      validDomains: ["toolroll.example.org"],
      webApplicationInfo: {
        id: "00000000-0000-4000-8000-000000000002",
        resource: "api://toolroll.example.org/00000000-0000-4000-8000-000000000002",
      },
      configurableTabs: [
        { configurationUrl: "https://toolroll.example.org/tab/configure", scopes: ["team"] },
      ],
      bots: [{ botId: "00000000-0000-4000-8000-000000000003", scopes: ["personal"] }],
    });
    expect(manifest.staticTabs.slice(0, 2).map((tab: Json) => [tab.name, tab.contentUrl])).toEqual([
      ["My kit", "https://toolroll.example.org/tab/my-kit"],
      ["Inventory", "https://toolroll.example.org/tab/inventory"],
    ]);
  });

  it("lists no command that the bot does not know, in either language", async () => {
    const { json } = await built("dev");
    const { bots } = await json("manifest.json");
    const cy = await json("cy.json");
    const english: string[] = bots[0].commandLists[0].commands.map(
      (command: { title: string }) => command.title,
    );
    const welsh = english.map((_, index) => cy[`bots[0].commandLists[0].commands[${index}].title`]);
    expect(english).toEqual(["help", "my kit", "questions", "team status", "stop", "start"]);
    expect(english.map((title) => commandOf(title)?.command)).toEqual([
      "help",
      "my-kit",
      "questions",
      "team-status",
      "stop",
      "start",
    ]);
    expect(welsh.map((title) => commandOf(title)?.command)).toEqual([
      "help",
      "my-kit",
      "questions",
      "team-status",
      "stop",
      "start",
    ]);
  });

  it("says in both languages what the lines in the activity feed say, with the same places to fill", async () => {
    const { json } = await built("dev");
    const { activities } = await json("manifest.json");
    const cy = await json("cy.json");
    expect(activities.activityTypes.map((activity: Json) => activity.type)).toEqual([
      "questionAsked",
      "renewalNear",
      "findingsListed",
      "blockersWaiting",
    ]);
    const places = (words: string) => words.match(/\{\w+\}/g);
    for (const [at, { templateText: english }] of activities.activityTypes.entries()) {
      const welsh = cy[`activities.activityTypes[${at}].templateText`];
      expect(welsh).not.toBe(english);
      expect([places(english), places(welsh)]).toEqual([
        ["{actor}", "{title}"],
        ["{actor}", "{title}"],
      ]);
    }
  });

  it("carries icons of the sizes and colours that Teams shows", async () => {
    const { bytes } = await built("dev");
    const [colour, outline] = [readPng(await bytes("color.png")), readPng(await bytes("outline.png"))];
    expect([colour.width, colour.height, outline.width, outline.height]).toEqual([192, 192, 32, 32]);
    expect(colour.pixels[0]).toEqual([15, 108, 108, 255]);
    expect(outline.pixels[0]?.[3]).toBe(0);
    expect(outline.pixels.filter(([, , , alpha]) => alpha === 255).length).toBeGreaterThan(100);
  });

  it("takes real environment variables before the file", async () => {
    const { json } = await built("dev", { PUBLIC_URL: "https://tools.council.example/" });
    expect((await json("manifest.json")).staticTabs[0].contentUrl).toBe(
      "https://tools.council.example/tab/my-kit",
    );
  });

  it("is the same bytes for the same sources", async () => {
    await built("dev");
    const first = readFileSync(join(folder, "appPackage.dev.zip"));
    await built("dev");
    expect(readFileSync(join(folder, "appPackage.dev.zip")).equals(first)).toBe(true);
  });

  it("allows plain http for local mode only", async () => {
    const { json } = await built("local");
    expect((await json("manifest.json")).staticTabs[0].contentUrl).toBe("http://127.0.0.1:3978/tab/my-kit");
    const elsewhere = { PUBLIC_URL: "http://tools.council.example" };
    await expect(built("local", elsewhere)).rejects.toThrow("not an https address");
    await expect(built("dev", { PUBLIC_URL: "http://127.0.0.1:3978" })).rejects.toThrow(
      "not an https address",
    );
  });

  it("is refused for the empty production template, naming all that is missing", async () => {
    const error: PackageProblems = await built("production").then(
      () => Promise.reject(new Error("was built")),
      (problem) => problem,
    );
    for (const name of ["PUBLIC_URL", "TEAMS_APP_ID", "TAB_CLIENT_ID", "BOT_CLIENT_ID", "DEVELOPER_NAME"]) {
      expect(error.problems.join("\n")).toContain(`${name} has no value`);
    }
  });

  it.each(["nowhere", "../env/dev", "dev.user"])(
    "is refused for the unknown environment %s",
    async (name) => {
      await expect(built(name)).rejects.toThrow(`There is no env/.env.${name}.`);
    },
  );

  it.each([
    [{ TEAMS_APP_ID: "toolroll" }, "TEAMS_APP_ID is not a GUID: toolroll"],
    [{ TEAMS_APP_ID: "00000000-0000-0000-0000-000000000000" }, "TEAMS_APP_ID is not a GUID"],
    [{ BOT_CLIENT_ID: "00000000-0000-4000-8000-000000000002" }, "must differ"],
    [{ PUBLIC_URL: "tools.council.example" }, "not an https address"],
    [{ PUBLIC_URL: "javascript:alert(1)" }, "not an https address"],
    [{ DEVELOPER_URL: "http://council.example" }, "not an https address: http://council.example/privacy"],
    [{ DEVELOPER_NAME: "A council with a name that is far too long" }, "manifest.json:"],
  ])("is refused with %j", async (environment, message) => {
    await expect(built("dev", environment)).rejects.toThrow(message);
  });
});

describe("a package with a fault in its sources", () => {
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), "toolroll-package-"));
    for (const part of ["appPackage", "env", "package.json"])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    rmSync(join(copy, "appPackage", "build"), { recursive: true, force: true });
  });
  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  const source = (name: string) => join(copy, "appPackage", name);
  function edit(name: string, change: (text: string) => string): void {
    const before = readFileSync(source(name), "utf8");
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(source(name), after);
  }
  const refusal = () => packageApp({ root: copy, envName: "dev", environment: {} });

  it("is refused when Welsh lacks a text", async () => {
    edit("cy.json", (text) => text.replace('"staticTabs[0].name": "Fy offer",', ""));
    await expect(refusal()).rejects.toThrow("cy.json has no staticTabs[0].name");
  });

  it("is refused when Welsh names what is not there", async () => {
    edit("cy.json", (text) => text.replace("staticTabs[1].name", "staticTabs[2].name"));
    await expect(refusal()).rejects.toThrow("nothing in manifest.json is staticTabs[2].name");
  });

  it("is refused when a text is too long for Teams", async () => {
    edit("cy.json", (text) =>
      text.replace('"name.short": "Toolroll"', `"name.short": "${"Offer ".repeat(6)}"`),
    );
    await expect(refusal()).rejects.toThrow(/cy\.json: .*30/);
  });

  it("is refused when the manifest does not fit its schema", async () => {
    edit("manifest.json", (text) => text.replace('"accentColor": "#0F6C6C"', '"accentColor": "teal"'));
    await expect(refusal()).rejects.toThrow("manifest.json: /accentColor");
  });

  it("is refused when a tab is on a domain that Teams would not open", async () => {
    edit("manifest.json", (text) =>
      text.replace(/"validDomains": .*/, '"validDomains": ["elsewhere.example"],'),
    );
    await expect(refusal()).rejects.toThrow("not in validDomains: https://toolroll.example.org/tab/my-kit");
  });

  it("is refused when the icons are swapped, coloured or no pictures", async () => {
    cpSync(source("outline.png"), source("color.png"));
    await expect(refusal()).rejects.toThrow("color.png is 32 x 32, not 192 x 192");
    cpSync(join(root, "appPackage", "color.png"), source("outline.png"));
    await expect(refusal()).rejects.toThrow("outline.png is 192 x 192, not 32 x 32");
    writeFileSync(source("outline.png"), "<svg/>");
    await expect(refusal()).rejects.toThrow("outline.png is not a PNG file");
  });
});
