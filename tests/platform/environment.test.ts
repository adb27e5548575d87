import { join } from "node:path";
import { EnvironmentError, parseEnvironment } from "../../src/platform/environment";
import { readSettings } from "../../src/platform/environment-file";

const readable = __filename;

const local = {
  AUTH: "local",
  HOST: "127.0.0.1",
  PORT: "3978",
  PUBLIC_URL: "http://127.0.0.1:3978",
  DATABASE_URL: "sqlite:.data/toolroll.sqlite",
  TIME_ZONE: "Europe/London",
};
const entra = {
  ...local,
  AUTH: "entra",
  HOST: "0.0.0.0",
  PUBLIC_URL: "https://toolroll.example.org",
  ENTRA_TENANT_ID: "00000000-0000-4000-8000-000000000001",
  TAB_CLIENT_ID: "00000000-0000-4000-8000-0000000000ab",
  TAB_CLIENT_SECRET: "one",
  BOT_CLIENT_ID: "00000000-0000-4000-8000-0000000000cd",
  BOT_CLIENT_SECRET: "two",
};
type Change = Readonly<Record<string, string | undefined>>;

function problemsOf(values: Change): readonly string[] {
  try {
    parseEnvironment(values);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
}

describe("a setting by itself", () => {
  it.each<[string, Change]>([
    ["PORT", { PORT: "80.5" }],
    ["PORT", { PORT: "65536" }],
    ["PORT", { PORT: "0x10" }],
    ["PUBLIC_URL", { PUBLIC_URL: "toolroll.example.org" }],
    ["PUBLIC_URL", { PUBLIC_URL: "ftp://127.0.0.1" }],
    ["PUBLIC_URL", { PUBLIC_URL: "https://toolroll.example.org/somewhere" }],
    ["PUBLIC_URL", { PUBLIC_URL: "https://name:word@toolroll.example.org" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://localhost/toolroll" }],
    ["DATABASE_URL", { DATABASE_URL: "sqlite:" }],
    ["DATABASE_URL", { DATABASE_URL: "postgres://user:pass@host:port/db" }],
    ["TIME_ZONE", { TIME_ZONE: "Europe/Llanfair" }],
    ["ENTRA_TENANT_ID", { ENTRA_TENANT_ID: "common" }],
    ["TAB_CLIENT_ID", { TAB_CLIENT_ID: "api://x" }],
    ["BOT_CLIENT_CERT_PATH", { BOT_CLIENT_CERT_PATH: "/no/such/file", BOT_CLIENT_KEY_PATH: readable }],
    ["TAB_ALLOWED_CLIENTS", { TAB_ALLOWED_CLIENTS: "everybody" }],
    ["TAB_ALLOWED_CLIENTS", { TAB_ALLOWED_CLIENTS: " , " }],
    ["BOT_SERVICE_HOSTS", { BOT_SERVICE_HOSTS: "https://smba.example/" }],
    ["SYNC_FULL_CRON", { SYNC_FULL_CRON: "every night" }],
    ["SYNC_DELTA_MINUTES", { SYNC_DELTA_MINUTES: "0" }],
    ["SYNC_SIGNIN", { SYNC_SIGNIN: "yes" }],
    ["SYNC_REPORTS", { SYNC_REPORTS: "true" }],
    ["SYNC_DEVICES", { SYNC_DEVICES: "1" }],
    ["SYNC_TEAMS", { SYNC_TEAMS: "ON" }],
    ["INACTIVE_DAYS", { INACTIVE_DAYS: "0" }],
    ["NEW_USER_GRACE_DAYS", { NEW_USER_GRACE_DAYS: "-1" }],
    ["REPORT_PERIOD", { REPORT_PERIOD: "D60" }],
    ["SKU_NAMES_FILE", { SKU_NAMES_FILE: "/no/such/file" }],
    ["FREE_SKUS_FILE", { FREE_SKUS_FILE: "/no/such/file" }],
    ["SEND_RATE_PER_SECOND", { SEND_RATE_PER_SECOND: "0" }],
    ["SEND_RATE_PER_SECOND", { SEND_RATE_PER_SECOND: "0.09" }],
    ["SEND_RATE_PER_SECOND", { SEND_RATE_PER_SECOND: "fast" }],
    ["ANSWER_MEMORY_MB", { ANSWER_MEMORY_MB: "-1" }],
    ["ANSWER_MEMORY_MB", { ANSWER_MEMORY_MB: "1025" }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
  ])("%s is named alone when it is %j", (name, change) => {
    expect(problemsOf({ ...entra, ...change })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
  });

  it.each(["HOST", "PORT", "PUBLIC_URL", "DATABASE_URL", "TIME_ZONE"])("%s has no default", (name) => {
    expect(problemsOf({ ...entra, [name]: undefined })).toEqual([`${name} is missing`]);
    expect(problemsOf({ ...entra, [name]: "  " })).toEqual([`${name} is missing`]);
  });

  it("has the documented default where it may be left out", () => {
    expect(parseEnvironment(local)).toMatchObject({
      INACTIVE_DAYS: 90,
      NEW_USER_GRACE_DAYS: 30,
      REPORT_PERIOD: "D90",
      SEND_RATE_PER_SECOND: 25,
      ANSWER_MEMORY_MB: 8,
      LOG_LEVEL: "info",
    });
  });

  it.each<[string, Change, unknown]>([
    ["HOST", { HOST: "[::1]" }, "::1"],
    ["PUBLIC_URL", { PUBLIC_URL: " http://localhost:3978/ " }, "http://localhost:3978"],
    ["BOT_SERVICE_HOSTS", { BOT_SERVICE_HOSTS: "One.example, two.example" }, ["one.example", "two.example"]],
    ["SYNC_FULL_CRON", { SYNC_FULL_CRON: "*/30 3 * * mon-fri" }, "*/30 3 * * mon-fri"],
    ["SEND_RATE_PER_SECOND", { SEND_RATE_PER_SECOND: "0.5" }, 0.5],
    ["DATABASE_URL", { DATABASE_URL: "sqlite::memory:" }, "sqlite::memory:"],
    ["DATABASE_URL", { DATABASE_URL: "postgres://u:p%40@db:5432/x" }, "postgres://u:p%40@db:5432/x"],
  ])("%s may be %j", (name, change, value) => {
    expect(parseEnvironment({ ...local, ...change })).toHaveProperty(name, value);
  });

  it("is never repeated in the list: it may be a secret in the wrong place", () => {
    const secret = "swordfish";
    const everywhere = Object.fromEntries(
      Object.keys(entra)
        .filter((name) => !/SECRET|HOST/.test(name))
        .map((name) => [name, secret]),
    );
    const said = problemsOf({ ...entra, ...everywhere });
    expect(said.length).toBeGreaterThanOrEqual(7);
    expect(said.join("\n")).not.toContain(secret);
  });
});

describe("stand-ins on loopback", () => {
  const names = ["DEV_LOOPBACK_ENTRA_URL", "DEV_LOOPBACK_GRAPH_URL", "DEV_LOOPBACK_BOT_URL"];

  it.each(names)("%s may be an origin on this machine", (name) => {
    for (const origin of [
      "http://127.0.0.1:9",
      "http://[::1]:9",
      "https://localhost",
      "http://localhost:9/",
    ]) {
      expect(problemsOf({ ...entra, [name]: origin })).toEqual([]);
    }
  });

  it.each(
    names.flatMap((name) =>
      [
        "127.0.0.1:9",
        "nonsense",
        "http://",
        "ftp://127.0.0.1",
        "http://127.0.0.1/path",
        "http://127.0.0.1/?q",
        "http://127.0.0.1/?",
        "http://127.0.0.1/#x",
        "http://me:word@127.0.0.1",
        "http://127.0.0.1@evil.example",
        "https://login.evil.example",
        "http://127.0.0.1.evil.example",
        "http://0.0.0.0:9",
      ].map((value) => [name, value] as const),
    ),
  )("%s may not be %s", (name, value) => {
    expect(problemsOf({ ...entra, [name]: value })).toEqual([expect.stringMatching(`^${name} must be`)]);
  });

  it.each(names)("%s is refused in production, in whatever shape", (name) => {
    for (const value of ["http://127.0.0.1:9", "nonsense"]) {
      const said = problemsOf({ ...entra, NODE_ENV: "production", [name]: value });
      expect(said).toContain(`${name} is refused with NODE_ENV=production`);
    }
  });
});

describe("settings taken together", () => {
  it("without AUTH mean Entra ID", () => {
    expect(parseEnvironment({ ...entra, AUTH: undefined }).AUTH).toBe("entra");
    expect(problemsOf({ ...local, AUTH: undefined }).join()).toContain("ENTRA_TENANT_ID");
  });

  it.each<[string, Change, readonly string[]]>([
    ["local sign-in on another address", { ...local, HOST: "0.0.0.0" }, ["HOST"]],
    ["local sign-in under a name", { ...local, HOST: "toolroll.example.org" }, ["HOST"]],
    ["local sign-in in production", { ...local, NODE_ENV: "production" }, ["AUTH"]],
    ["http outside loopback", { ...local, PUBLIC_URL: "http://toolroll.example.org" }, ["PUBLIC_URL"]],
    ["no tenant", { ...entra, ENTRA_TENANT_ID: "" }, ["ENTRA_TENANT_ID"]],
    ["no secret", { ...entra, TAB_CLIENT_SECRET: "" }, ["TAB_CLIENT_SECRET"]],
    ["no secret of the bot", { ...entra, BOT_CLIENT_SECRET: "" }, ["BOT_CLIENT_SECRET"]],
    ["half a certificate", { ...entra, BOT_CLIENT_CERT_PATH: readable }, ["BOT_CLIENT_KEY_PATH"]],
    [
      "the other half only",
      { ...entra, TAB_CLIENT_SECRET: "", TAB_CLIENT_KEY_PATH: readable },
      ["TAB_CLIENT_CERT_PATH"],
    ],
    ["one registration", { ...entra, BOT_CLIENT_ID: entra.TAB_CLIENT_ID }, ["BOT_CLIENT_ID"]],
    [
      "one registration in other letters",
      { ...entra, BOT_CLIENT_ID: entra.TAB_CLIENT_ID.toUpperCase() },
      ["BOT_CLIENT_ID"],
    ],
  ])("are refused with %s", (_what, values, names) => {
    expect(problemsOf(values).map((problem) => problem.split(" ")[0])).toEqual(names);
  });

  it("may have a certificate in place of each secret", () => {
    const certificates = Object.fromEntries(
      ["TAB", "BOT"].flatMap((app) => [
        [`${app}_CLIENT_SECRET`, ""],
        [`${app}_CLIENT_CERT_PATH`, readable],
        [`${app}_CLIENT_KEY_PATH`, readable],
      ]),
    );
    expect(problemsOf({ ...entra, ...certificates })).toEqual([]);
  });

  it("are judged although one of them is malformed: the list is complete", () => {
    const said = problemsOf({
      NODE_ENV: "production",
      PORT: "abc",
      HOST: "0.0.0.0",
      PUBLIC_URL: "http://toolroll.example.org",
      TAB_CLIENT_ID: entra.TAB_CLIENT_ID,
      BOT_CLIENT_ID: entra.TAB_CLIENT_ID.toUpperCase(),
      BOT_CLIENT_KEY_PATH: readable,
      DEV_LOOPBACK_GRAPH_URL: "not an address",
    });
    expect(said.map((problem) => problem.split(" ")[0]).sort()).toEqual(
      [
        "PORT",
        "DATABASE_URL",
        "TIME_ZONE",
        "PUBLIC_URL",
        "ENTRA_TENANT_ID",
        "TAB_CLIENT_SECRET",
        "BOT_CLIENT_ID",
        "BOT_CLIENT_CERT_PATH",
        "DEV_LOOPBACK_GRAPH_URL",
        "DEV_LOOPBACK_GRAPH_URL",
      ].sort(),
    );
  });
});

describe("the committed files", () => {
  const folder = join(__dirname, "..", "..", "env");

  it("start local mode with nothing else, and hold no secret", () => {
    const environment = parseEnvironment(readSettings(folder, "local", {}));
    expect(environment).toMatchObject({ ...local, PORT: 3978, INACTIVE_DAYS: 90, SEND_RATE_PER_SECOND: 25 });
    expect(Object.keys(environment).filter((name) => name.includes("SECRET"))).toEqual([]);
  });

  it.each(["dev", "production"])("leave the secrets of %s to the environment", (name) => {
    const said = problemsOf(readSettings(folder, name, {})).join("\n");
    expect(said).toContain("TAB_CLIENT_SECRET");
    expect(said).toContain("BOT_CLIENT_SECRET");
  });

  it("give way to real environment variables", () => {
    expect(readSettings(folder, "local", { PORT: "4000" })).toMatchObject({
      PORT: "4000",
      PUBLIC_URL: "http://127.0.0.1:4000",
    });
  });

  it("are not read when none is asked for, so that nothing is assumed", () => {
    expect(readSettings(folder, null, { PORT: "1" })).toEqual({ PORT: "1" });
  });
});
