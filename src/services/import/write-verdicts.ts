import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { insertDeviceLabels } from "../../database/stores/device-label-store";
import { noteImportedLabels } from "../../database/stores/import-store";
import { type AuditEvent, changesBetween } from "../../domain/audit-event";
import type { ImportKind } from "../../domain/import/import";
import { countsOf } from "../../domain/import/verdict";
import type { DeviceVerdicts, FileVerdicts } from "./judge-file";
import { noteRulings } from "./note-rulings";
import { type ImportStamp, Telling } from "./telling";
import { writeRecords } from "./write-records";

/** Pieces of a file that are being written at a time. */
const mostUnderWay = 4;

/** Writes what the verdicts on a file say, with a history event for each record. */
export class VerdictWriter {
  readonly #telling: Telling;
  #begun = 0;
  #written = 0;
  #isLeftToFinish = false;
  #count: (rows: number) => void = () => {};
  readonly #underWay: Promise<void>[] = [];

  constructor(
    private readonly tx: Writer,
    kind: ImportKind,
    private readonly stamp: ImportStamp,
  ) {
    this.#telling = new Telling(tx, kind, stamp);
  }

  /** How many rows are written, or on their way, before all are judged. */
  get begun(): number {
    return this.#begun;
  }

  /**
   * Begins with new devices while the rows after them are judged, as long as none is refused and none brings a label
   * along, which would come first.
   * @param some the next rows
   * @returns when there is room for more
   */
  async begin(some: DeviceVerdicts): Promise<void> {
    const { verdicts, labels } = some;
    this.#isLeftToFinish ||= labels.hasBrought || verdicts.some(({ kind }) => kind !== "create");
    if (this.#isLeftToFinish) return;
    this.#begun += verdicts.length;
    const next = this.#write(some);
    // That it failed is told at the end.
    next.catch(() => {});
    this.#underWay.push(next);
    await this.#underWay.at(-mostUnderWay)?.catch(() => {});
  }

  /** Nothing is under way any more when it ends: behind the end of the transaction it would stay. */
  async stop(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }

  /** Called only when no row was refused. */
  async finish(file: FileVerdicts): Promise<void> {
    const { progress, importId } = this.stamp;
    const counts = countsOf(file.verdicts);
    progress.begin("writing", counts.create + counts.update);
    progress.add(this.#written);
    this.#count = progress.add;
    await Promise.all(this.#underWay);
    if (file.kind === "devices") await writeLabels(this.tx, file, this.stamp);
    await this.#write(withoutFirst(file, this.#begun));
    await noteRulings(this.tx, file, importId);
    // The rest is appended at the very end, just before the commit.
    progress.begin("recording", this.#telling.events);
    this.#telling.countOn(progress.add);
  }

  /** The history is put together while the database writes the records. */
  async #write(file: FileVerdicts): Promise<void> {
    const count = (rows: number) => {
      this.#written += rows;
      this.#count(rows);
    };
    const [written, told] = await Promise.allSettled([
      writeRecords(this.tx, file, count),
      this.#telling.tell(file.verdicts),
    ]);
    if (written.status === "rejected") throw written.reason;
    if (told.status === "rejected") throw told.reason;
  }
}

function withoutFirst(file: FileVerdicts, rows: number): FileVerdicts {
  return file.kind === "devices" && rows > 0 ? { ...file, verdicts: file.verdicts.slice(rows) } : file;
}

/** Labels that the file brought along, each with an event of its own. */
async function writeLabels(
  tx: Writer,
  { labels, verdicts }: DeviceVerdicts,
  { at, actorId, newId, importId }: ImportStamp,
): Promise<void> {
  const carried = verdicts.flatMap(({ after }) => after ?? []);
  const brought = labels.broughtBy(carried).map(({ name, status }) => ({
    ...{ id: newId(), name, status, retired: false, version: 1 },
  }));
  await insertDeviceLabels(tx, brought);
  await noteImportedLabels(
    tx,
    importId,
    brought.map(({ id }) => id),
  );
  const events = brought.map(
    (label): AuditEvent => ({
      ...{ id: newId(), at, actorId, door: "import", reason: null, action: "device-label.added" },
      ...{ subjectKind: "device-label", subjectId: label.id },
      changes: changesBetween(null, label, ["name", "status"]),
    }),
  );
  await recordEvents(tx, events);
}
