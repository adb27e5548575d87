import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type PostgresProcess, startPostgresProcess } from "./postgres-process";

/** What the files of one run of Jest share. They are told by the environment, which its workers inherit. */
interface TestRun {
  readonly folder: string;
  /** Where the address of the run's PostgreSQL is told. */
  readonly door: number;
}

const variable = "TOOLROLL_TEST_RUN";

const memory = "/dev/shm";
const roomBytes = 4 * 1024 ** 3;

/**
 * A new folder for databases of tests: in memory where the system keeps much room there, because on a disk every commit
 * waits for it. What a database survives is tried on a disk, by the tests that kill and by the soak.
 */
export function databaseFolder(name: string): string {
  return mkdtempSync(join(hasRoom() ? memory : tmpdir(), `toolroll-${name}-`));
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > roomBytes;
  } catch {
    return false;
  }
}

/** Null outside Jest, where nobody would clear up. */
function thisRun(): TestRun | null {
  const told = process.env[variable];
  return told === undefined ? null : (JSON.parse(told) as TestRun);
}

/** Called once before the first file; the PostgreSQL starts when the first of them asks for it. */
export async function beginTestRun(): Promise<() => Promise<void>> {
  const folder = databaseFolder("run");
  let postgres: Promise<PostgresProcess> | undefined;
  const door = createServer((caller) => {
    caller.on("error", () => undefined);
    postgres ??= startPostgresProcess(dirname(folder));
    postgres.then(
      ({ port, password }) => caller.end(JSON.stringify({ port, password })),
      (fault: Error) => caller.end(JSON.stringify({ fault: fault.message })),
    );
  });
  process.env[variable] = JSON.stringify({ folder, door: await listen(door) } satisfies TestRun);
  return async () => {
    door.close();
    await postgres?.then((server) => server.stop()).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  };
}

function listen(door: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    door.once("error", reject).listen(0, "127.0.0.1", () => {
      const address = door.address();
      door.unref();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

/** The PostgreSQL that all files of this run share; null outside a run. */
export async function sharedPostgres(): Promise<{ port: number; password: string } | null> {
  const run = thisRun();
  if (run === null) return null;
  const told = await new Promise<string>((resolve, reject) => {
    let text = "";
    connect(run.door, "127.0.0.1")
      .setEncoding("utf8")
      .on("data", (piece: string) => {
        text += piece;
      })
      .on("end", () => resolve(text))
      .on("error", reject);
  });
  const { port, password, fault } = JSON.parse(told);
  if (fault !== undefined) throw new Error(fault);
  return { port, password };
}

/**
 * A file that takes long to make, made by the first that needs it and read by all of this run.
 * @param make writes the file at the path that it is given
 */
export async function sharedFile(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const folder = thisRun()?.folder ?? ownFolder();
  const path = join(folder, name);
  if (existsSync(path)) return path;
  // Two that need it at the same moment each make one: whichever comes last stays.
  const mine = join(folder, randomUUID());
  mkdirSync(mine);
  await make(join(mine, name));
  renameSync(join(mine, name), path);
  rmSync(mine, { recursive: true, force: true });
  return path;
}

/** The same for a text that is made at once. */
export function sharedText(name: string, make: () => string): string {
  const folder = thisRun()?.folder ?? ownFolder();
  const path = join(folder, name);
  if (!existsSync(path)) {
    const mine = join(folder, randomUUID());
    writeFileSync(mine, make());
    renameSync(mine, path);
  }
  return readFileSync(path, "utf8");
}

let own: string | undefined;

/** For scripts that look at the demonstration, outside a run. */
function ownFolder(): string {
  if (own === undefined) {
    const made = databaseFolder("run");
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    own = made;
  }
  return own;
}
