import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openGateway } from "../src/database/data-source";
import { startPostgres } from "../tests/support/postgres";
import { type Figure, none } from "./figure";
import { mixedOperations } from "./mixed-operations";

/** So many operations at once on each engine. */
export async function mixedRun(count: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "toolroll-mixed-"));
  const postgres = await startPostgres();
  try {
    return [
      ...(await on("SQLite", `sqlite:${join(folder, "mixed.sqlite")}`, count)),
      ...(await on("PostgreSQL", await postgres.createDatabase(), count)),
    ];
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function on(engine: string, url: string, count: number): Promise<Figure[]> {
  const gateway = await openGateway(url);
  try {
    const { lost, ghosts } = await mixedOperations(gateway, count);
    return [
      none(`acknowledged and lost on ${engine}`, lost),
      none(`rolled back and there on ${engine}`, ghosts),
    ];
  } finally {
    await gateway.close();
  }
}
