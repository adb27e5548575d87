import { join } from "node:path";
import { restore } from "../src/database/backup/backup";
import { NotRestored } from "../src/database/backup/backup-files";
import { systemClock } from "../src/platform/clock";
import { parseEnvironment } from "../src/platform/environment";
import { readSettings } from "../src/platform/environment-file";
import { newId } from "../src/platform/ids";
import { holdSending } from "../src/services/sending-hold-service";
import { obstacleReport, readBackupOptions, restoreReport } from "./backup/backup-report";

/** `npm run restore`; the working directory is the project's. The server is stopped, and its database empty. */
async function run(): Promise<void> {
  const { env, folder } = readBackupOptions(process.argv.slice(2), "from");
  const settings = readSettings(join(process.cwd(), "env"), env, process.env);
  const manifest = await restore(parseEnvironment(settings).DATABASE_URL, folder, (tx, { madeAt }) =>
    holdSending(tx, { now: systemClock.now(), newId }, madeAt),
  ).catch((fault: unknown) => {
    throw fault instanceof NotRestored ? new Error(obstacleReport(folder, fault.obstacle)) : fault;
  });
  process.stdout.write(`${restoreReport(manifest)}\n`);
}

run().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
