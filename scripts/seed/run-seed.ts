import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { showProgress } from "./progress";
import { count, type SeedOptions } from "./seed-options";
import { hasData, NotEmptyError, writeCouncil } from "./write-council";

/**
 * Fills the database at `url` with a demonstration council.
 * @throws Error with a sentence for the operator when it holds data already and `ifEmpty` is off
 */
export async function runSeed(url: string, options: SeedOptions, output: NodeJS.WriteStream): Promise<void> {
  const started = performance.now();
  const gateway = await openGateway(url);
  try {
    if (options.ifEmpty && (await gateway.read(hasData))) return;
    const { teams, people, devices, applications } = await fill(gateway, options, output);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    output.write(
      `Llanfair Council is seeded: ${count(people.length)} people in ${count(teams.length)} teams with ` +
        `${count(devices.length)} devices and ${count(applications.length)} applications, in ${seconds} s.\n`,
    );
  } catch (fault) {
    if (!(fault instanceof NotEmptyError)) throw fault;
    throw new Error(
      `The database ${withoutPassword(url)} holds data already; nothing was changed. Seed an empty one: name it in ` +
        "DATABASE_URL (sqlite:<path> or postgres://...), or stop Toolroll and delete the old one first.",
    );
  } finally {
    await gateway.close();
  }
}

async function fill(gateway: Gateway, options: SeedOptions, output: NodeJS.WriteStream) {
  // Loaded here because a start that finds data already, which is every start but the first, must not wait for it.
  const { buildCouncil } = require("./council") as typeof import("./council");
  const { councilLicences } = require("./council-licences") as typeof import("./council-licences");
  const council = buildCouncil(options);
  const licences = councilLicences(council.people, options.seed, options.now);
  const progress = showProgress(output);
  try {
    await writeCouncil(gateway, { ...council, licences }, progress.update);
  } finally {
    progress.stop();
  }
  return council;
}

function withoutPassword(url: string): string {
  return url.replace(/:\/\/[^@/]*@/, "://");
}
