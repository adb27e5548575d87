import { openGateway } from "../../src/database/data-source";
import { insertDevices } from "../../src/database/stores/device-store";
import { register } from "../../src/domain/device";
import type { Caller } from "../../src/domain/permission";
import { changeDevice, createDevice } from "../../src/services/device-service";
import { runImport } from "../../src/services/import/import-service";
import { rowsOfFile } from "./kill-file";

/**
 * Writes devices as fast as it can until it is killed, one by one and by the file, and says what was acknowledged:
 * `kept <tag> <status>` and `taken <file>` after the commit, `gone <tag>` before a transaction that rolls back.
 * `kill-child.ts <database> <prefix>`
 */
const [url = "", prefix = ""] = process.argv.slice(2);
const caller: Caller = {
  person: { id: "soak", name: "Soak", email: "soak@council.example", teamId: null, active: true },
  roles: ["Toolroll.ItManager"],
  managedTeamIds: [],
  scope: { kind: "everything" },
};

async function main(): Promise<void> {
  const gateway = await openGateway(url);
  let ids = 0;
  const newId = () => `${prefix}-id-${++ids}`;
  const context = { gateway, clock: { now: () => new Date() }, newId };
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const writer = async (name: string) => {
    for (let at = 0; ; at += 1) {
      const tag = `${prefix}-${name}-${at}`;
      if (at % 3 === 2) {
        say(`gone ${tag}`);
        const rolledBack = gateway.write(async (tx) => {
          await insertDevices(tx, [register({ assetTag: tag, type: "phone" }, newId(), "tab")], new Map());
          throw new Error("rolled back on purpose");
        });
        await rolledBack.catch(() => {});
        continue;
      }
      const { id, version } = await createDevice(context, caller, { assetTag: tag, type: "laptop" });
      say(`kept ${tag} deployable`);
      if (at % 3 === 1) {
        await changeDevice(context, caller, { id, version, wanted: { status: "pending" }, reason: null });
        say(`kept ${tag} pending`);
      }
    }
  };
  const importer = async () => {
    for (let at = 0; ; at += 1) {
      const name = `${prefix}-file${at}`;
      const rows = Array.from({ length: rowsOfFile }, (_, n) => `${name}.${n},phone`);
      const bytes = Buffer.from(["assetTag,type", ...rows].join("\n"));
      await runImport(context, caller, { kind: "devices", mode: "apply", source: "auto", bytes });
      say(`taken ${name}`);
    }
  };
  await Promise.all([...["a", "b", "c", "d"].map(writer), importer()]);
}

void main();
