import { join } from "node:path";
import { parseArgs } from "node:util";
import { verifyAuditLog } from "../src/database/audit-verification";
import { openSnapshot } from "../src/database/snapshot";
import { parseEnvironment } from "../src/platform/environment";
import { readSettings } from "../src/platform/environment-file";
import { reportOf } from "./audit/verification-report";

/** `npm run verify-audit`; the working directory is the project's. Runs beside a server that is up. */
async function verify(): Promise<void> {
  const { values } = parseArgs({
    options: { env: { type: "string", default: "local" }, expect: { type: "string" } },
  });
  const settings = readSettings(join(process.cwd(), "env"), values.env, process.env);
  const snapshot = await openSnapshot(parseEnvironment(settings).DATABASE_URL);
  try {
    const report = reportOf(await verifyAuditLog(snapshot, expectation(values.expect)));
    (report.intact ? process.stdout : process.stderr).write(`${report.text}\n`);
    process.exitCode = report.intact ? 0 : 1;
  } finally {
    await snapshot.close();
  }
}

/** @throws Error with a sentence for whoever typed it */
function expectation(text: string | undefined): { seq: number; hash: string } | null {
  if (text === undefined) return null;
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!seq || !hash)
    throw new Error("--expect takes an end of the chain as an earlier run printed it: 1234:<hash>");
  return { seq: Number(seq), hash };
}

verify().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
