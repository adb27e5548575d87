import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import sql from "sql-template-tag";
import type { Gateway } from "../src/database/gateway";

/** Built with the server, whose modules they share: read as they are, the sources take longer than what is done with them. */
const built = join(__dirname, "..", "dist", "server", "soak", "children");

/** A process of its own that runs a script of `children`. @param script without its ending */
export function startChild(
  script: string,
  args: readonly string[],
): ChildProcessByStdio<null, Readable, null> {
  return spawn(process.execPath, [join(built, `${script}.js`), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** The same, once it has said its first word. */
export async function spawnChild(script: string, args: readonly string[]): Promise<ChildProcess> {
  const child = startChild(script, args);
  const ended = once(child, "exit").then(() => {
    throw new Error(`${script} ended before it said anything`);
  });
  // It may end as it likes later on.
  ended.catch(() => {});
  await Promise.race([once(child.stdout, "data"), ended]);
  return child;
}

/** As `kill -9` does; waits until it is gone. */
export async function killed(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** How many deliveries are in which state. */
export async function deliveryStates(gateway: Gateway): Promise<Map<string, number>> {
  const rows = await gateway.read((reader) =>
    reader.rows<{ state: string; n: number }>(
      sql`SELECT state, CAST(count(*) AS integer) AS n FROM delivery GROUP BY state`,
    ),
  );
  return new Map(rows.map(({ state, n }) => [state, n]));
}

/** The most of these moments, in milliseconds, that lie within any one second. */
export function mostWithinASecond(times: readonly number[]): number {
  let from = 0;
  return times.reduce((most, time, at) => {
    while ((times[from] ?? time) <= time - 1_000) from += 1;
    return Math.max(most, at - from + 1);
  }, 0);
}
