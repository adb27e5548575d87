import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { inChunks } from "../../database/stores/chunks";
import type { AuditEvent, FieldChange } from "../../domain/audit-event";
import type { ImportKind } from "../../domain/import/import";
import type { ProgressTeller } from "../../domain/import/progress";
import { tellingOf } from "../../domain/import/told-record";
import type { Verdict } from "../../domain/import/verdict";

/** Who imports when; the same for every event of one import. */
export interface ImportStamp {
  readonly at: string;
  readonly actorId: string;
  readonly newId: () => string;
  readonly importId: string;
  readonly progress: ProgressTeller;
}

/** So few that the database does not wait for its next rows. */
const toldAtOnce = 125;

type Judged = Verdict<{ readonly id: string }>;

/** The history of the records of one import, in the order of the verdicts. */
export class Telling {
  #events = 0;
  #appended = 0;
  #count: (appended: number) => void = () => {};

  constructor(
    private readonly tx: Writer,
    private readonly kind: ImportKind,
    private readonly stamp: ImportStamp,
  ) {}

  /** How many there are so far. */
  get events(): number {
    return this.#events;
  }

  async tell(verdicts: readonly Judged[]): Promise<void> {
    const appended = () => {
      this.#appended += 1;
      this.#count(1);
    };
    await inChunks(
      verdicts,
      async (some) => {
        const events = eventsOf(this.kind, some, this.stamp);
        this.#events += events.length;
        await recordEvents(this.tx, events, appended);
      },
      toldAtOnce,
    );
  }

  /** Tells at once how many have been appended by now, and from then on of every further one. */
  countOn(count: (appended: number) => void): void {
    count(this.#appended);
    this.#count = count;
  }
}

function eventsOf(
  kindOfFile: ImportKind,
  verdicts: readonly Judged[],
  { at, actorId, newId }: ImportStamp,
): AuditEvent[] {
  return verdicts.flatMap(({ kind, before, after, changes, ruling }) => {
    const record = after ?? before;
    if (record === null) return [];
    const of = (verb: Parameters<typeof tellingOf>[2], told: readonly FieldChange[]): AuditEvent => ({
      id: newId(),
      at,
      actorId,
      door: "import",
      reason: null,
      ...tellingOf(kindOfFile, record, verb, told),
    });
    const changed = ruling && ruling.taken.length > 0 ? "conflict-taken" : "changed";
    const events: AuditEvent[] = [];
    if (kind === "create" || kind === "update") {
      events.push(of(kind === "create" ? "created" : changed, changes));
    }
    // What was declined stands first and what stays second: the history reads "from the file's to ours".
    const kept = (ruling?.kept ?? []).map(({ field, from, to }) => ({ field, from: to, to: from }));
    if (kept.length > 0) events.push(of("conflict-kept", kept));
    return events;
  });
}
