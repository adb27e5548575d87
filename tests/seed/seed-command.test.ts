import { spawn } from "node:child_process";
import { join } from "node:path";
import { readOptions, SeedOptionError } from "../../scripts/seed/seed-options";
import { openGateway } from "../../src/database/data-source";
import { allDevices } from "../../src/database/stores/device-store";
import { type TemporaryFolder, temporaryDatabase } from "./seed-world";

const root = join(__dirname, "..", "..");
const today = new Date("2026-11-02T15:45:00Z");

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** The program behind `npm run seed`, as a process of its own. */
function seed(url: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DATABASE_URL: url };
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/seed.ts", ...args], {
      cwd: root,
      env,
    });
    let output = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve({ code, output, errors }));
  });
}

describe("npm run seed", () => {
  const small = ["--people", "60", "--devices", "70", "--day", "2026-11-02"];
  let place: TemporaryFolder;

  beforeEach(async () => {
    place = await temporaryDatabase();
  });

  afterEach(() => place.remove());

  async function rows() {
    const gateway = await openGateway(place.url);
    try {
      return await gateway.read(allDevices);
    } finally {
      await gateway.close();
    }
  }

  test("fills an empty database in plain lines, refuses a second time and is silent with --if-empty", async () => {
    const first = await seed(place.url, ...small);
    expect(first).toMatchObject({ code: 0, errors: "" });
    expect(first.output).toMatch(/^Seeding: [\d,]+ of [\d,]+ records\n/);
    expect(first.output).toMatch(
      /60 people in 60 teams with 70 devices and 43 applications, in [\d.]+ s\.\n$/,
    );
    const before = await rows();
    expect(before).toHaveLength(70);

    const second = await seed(place.url, ...small, "--seed", "2");
    expect(second).toMatchObject({ code: 1, output: "" });
    expect(second.errors).toMatch(/holds data already; nothing was changed.*DATABASE_URL/);
    expect(second.errors).not.toMatch(/\n\s+at /);

    const third = await seed(place.url, "--if-empty");
    expect(third).toEqual({ code: 0, output: "", errors: "" });
    expect(await rows()).toEqual(before);
  });

  test("fills an empty database with --if-empty too", async () => {
    expect(await seed(place.url, ...small, "--if-empty")).toMatchObject({ code: 0, errors: "" });
    expect(await rows()).toHaveLength(70);
  });

  test("says what is wrong with an argument, and how it is meant", async () => {
    const { code, errors } = await seed(place.url, "--people", "many");
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^--people must be a whole number from 20 to 200,000, not "many"\.\nnpm run seed -- /,
    );
  });

  test("refuses a database address that is none", async () => {
    const { code, errors } = await seed("mysql://127.0.0.1/x", ...small);
    expect(code).toBe(1);
    expect(errors).toMatch(/DATABASE_URL must be sqlite:<path>/);
  });
});

describe("its arguments", () => {
  test("default to the council of a plain start, on the day's midnight", () => {
    const now = new Date("2026-11-02T00:00:00Z");
    expect(readOptions([], today)).toEqual({ people: 1_200, devices: 1_500, seed: 1, now, ifEmpty: false });
  });

  test("set size, seed and day", () => {
    const args = "--people 20,000 --devices=25000 --seed 7 --day 2026-03-01 --if-empty".split(" ");
    const now = new Date("2026-03-01T00:00:00Z");
    expect(readOptions(args, today)).toEqual({
      people: 20_000,
      devices: 25_000,
      seed: 7,
      now,
      ifEmpty: true,
    });
  });

  test.each([
    "--people 19",
    "--people 200001",
    "--people=-5",
    "--devices 1.5",
    "--devices 1e3",
    "--seed x",
    "--day 2026-02-30",
    "--day today",
    "--fresh",
    "20000",
  ])("refuse %s", (typed) => {
    expect(() => readOptions(typed.split(" "), today)).toThrow(SeedOptionError);
  });
});
