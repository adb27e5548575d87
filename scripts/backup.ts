import { join } from "node:path";
import { backUp } from "../src/database/backup/backup";
import { parseEnvironment } from "../src/platform/environment";
import { readSettings } from "../src/platform/environment-file";
import { backupReport, readBackupOptions } from "./backup/backup-report";

/** `npm run backup`; the working directory is the project's. Runs beside a server that is up. */
async function run(): Promise<void> {
  const { env, folder } = readBackupOptions(process.argv.slice(2), "to");
  const settings = readSettings(join(process.cwd(), "env"), env, process.env);
  const manifest = await backUp(parseEnvironment(settings).DATABASE_URL, folder, new Date().toISOString());
  process.stdout.write(`${backupReport(folder, manifest)}\n`);
}

run().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
