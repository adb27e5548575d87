import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sql from "sql-template-tag";
import { openGateway } from "../../../src/database/data-source";
import { allDevices } from "../../../src/database/stores/device-store";
import { insertPeople } from "../../../src/database/stores/person-store";
import { insertTeams } from "../../../src/database/stores/team-store";
import type { Device } from "../../../src/domain/device";
import type { ImportKind, ImportMode, ImportSource } from "../../../src/domain/import/import";
import type { Caller, Role } from "../../../src/domain/permission";
import { type ImportOutcome, runImport } from "../../../src/services/import/import-service";
import type { ServiceContext } from "../../../src/services/service-context";
import { people, teams } from "../../domain/import/council";
import { migratedSqlite } from "../../support/migrated-sqlite";

export interface ImportWorld {
  readonly context: ServiceContext;
  send(file: string | Uint8Array, options?: Sending): Promise<ImportOutcome>;
  devices(): Promise<Device[]>;
  /** Everything that an import could leave behind, counted. */
  traces(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export interface Sending {
  readonly kind?: ImportKind;
  readonly mode?: ImportMode;
  readonly source?: ImportSource | "auto";
  readonly as?: Role;
  readonly key?: string;
}

export const now = "2026-11-24T09:00:00.000Z";

/** A small council with its own database; on SQLite unless told otherwise. */
export async function openImportWorld(url?: string): Promise<ImportWorld> {
  const folder = await mkdtemp(join(tmpdir(), "toolroll-import-"));
  const gateway = await openGateway(url ?? (await migratedSqlite(join(folder, "test.sqlite"))));
  const context = { gateway, clock: { now: () => new Date(now) }, newId: randomUUID };
  await gateway.write(async (tx) => {
    await insertPeople(tx, people);
    await insertTeams(tx, teams);
  });
  return {
    context,
    send: (
      file,
      { kind = "devices", mode = "apply", source = "auto", as = "Toolroll.Administrator", key } = {},
    ) => runImport(context, callerWith(as), { kind, mode, source, key, bytes: Buffer.from(file) }),
    devices: () => gateway.read(allDevices),
    traces: () =>
      gateway.read(async (reader) => {
        const counts: Record<string, number> = {};
        for (const table of ["device", "device_count", "person", "team", "audit_event", "import_run"]) {
          const [row] = await reader.rows<{ n: number }>(
            sql([`SELECT CAST(count(*) AS integer) AS n FROM ${table}`]),
          );
          counts[table] = row?.n ?? 0;
        }
        return counts;
      }),
    async close() {
      await gateway.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function callerWith(role: Role): Caller {
  const [person] = people;
  if (!person) throw new Error("The council has nobody");
  return { person, roles: [role], managedTeamIds: [], scope: { kind: "everything" } };
}
