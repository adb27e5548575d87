import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import {
  type BackupFile,
  type BackupManifest,
  manifestOf,
  type RestoreObstacle,
  whyNotTaken,
} from "../../domain/backup";
import { makeFolder } from "../database-file";

/** Only the account that makes it reads a back-up: it holds everything. */
export const onlyOwner = 0o600;
const onlyOwnerFolder = 0o700;
const manifestName = "manifest.json";

/** Said to whoever makes or restores a back-up. */
export class BackupProblem extends Error {}

/** A back-up that is not put back, and why. */
export class NotRestored extends BackupProblem {
  constructor(readonly obstacle: RestoreObstacle) {
    super(obstacle.what);
  }
}

/**
 * Gives `make` an empty folder to write into; what it has written goes again when it fails.
 * @throws BackupProblem when something lies there already
 */
export async function intoEmptyFolder<T>(folder: string, make: () => Promise<T>): Promise<T> {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) {
    throw new BackupProblem(`${folder} is not an empty folder; nothing was written. Name a new one.`);
  }
  makeFolder(folder, onlyOwnerFolder);
  try {
    return await make();
  } catch (fault) {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
    throw fault;
  }
}

/** How a file that has just been written is, read back from the disk. */
export async function fileOf(folder: string, name: string, rows: number | null): Promise<BackupFile> {
  return { name, ...(await measure(join(folder, name))), rows };
}

async function measure(path: string): Promise<Pick<BackupFile, "bytes" | "sha256">> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return { bytes: statSync(path).size, sha256: hash.digest("hex") };
}

export function writeManifest(folder: string, manifest: BackupManifest): void {
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: onlyOwner });
}

/** @throws NotRestored `not-a-backup` */
export function readManifest(folder: string): BackupManifest {
  try {
    const manifest = manifestOf(JSON.parse(readFileSync(join(folder, manifestName), "utf8")));
    if (manifest !== null) return manifest;
  } catch {
    // Not there, or not JSON: no back-up either way.
  }
  throw new NotRestored({ what: "not-a-backup" });
}

/** @throws NotRestored `file-missing`, `file-changed` for the first file that is not as it was written */
export async function checkFiles(folder: string, { files }: BackupManifest): Promise<void> {
  for (const file of files) {
    const path = join(folder, file.name);
    const obstacle = whyNotTaken(file, existsSync(path) ? await measure(path) : null);
    if (obstacle !== null) throw new NotRestored(obstacle);
  }
}
