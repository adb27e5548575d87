import { rm } from "node:fs/promises";
import { join } from "node:path";
import { buildCouncil, type CouncilSize } from "../../scripts/seed/council";
import { writeCouncil } from "../../scripts/seed/write-council";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { migratedSqlite } from "../support/migrated-sqlite";
import { databaseFolder } from "../support/test-run";

export const day = new Date("2026-11-02T00:00:00Z");
export const small: CouncilSize = { people: 150, devices: 220, seed: 1, now: day };
export const shipped: CouncilSize = { people: 1_200, devices: 1_500, seed: 1, now: day };

export interface TemporaryFolder {
  readonly url: string;
  remove(): Promise<void>;
}

export async function temporaryDatabase(): Promise<TemporaryFolder> {
  const folder = databaseFolder("seed");
  return {
    url: await migratedSqlite(join(folder, "test.sqlite")),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A database with the council in it. */
export async function seeded(url: string, size: CouncilSize): Promise<Gateway> {
  const gateway = await openGateway(url);
  await writeCouncil(gateway, buildCouncil(size), () => {});
  return gateway;
}
