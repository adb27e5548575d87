import { stringify } from "csv-stringify/sync";
import type { Reader } from "../database/gateway";
import {
  type AuditEntry,
  type AuditFilter,
  auditPage,
  deviceTagsOf,
} from "../database/stores/audit-page-store";
import { recordEvents } from "../database/stores/audit-store";
import { namesOf } from "../database/stores/name-store";
import { idsIn } from "../domain/audit-event";
import { toInstant } from "../domain/instant";
import type { Page, PageRequest } from "../domain/page";
import type { Caller } from "../domain/permission";
import { Refusal } from "../domain/refusal";
import type { ServiceContext } from "./service-context";

export interface AuditLogPage extends Page<AuditEntry> {
  /** Of the people, teams and devices that the events are about or point at, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** @throws Refusal invalid `cursor-invalid` */
export function listAuditEvents(
  context: ServiceContext,
  caller: Caller,
  filter: AuditFilter,
  page: PageRequest<"at">,
): Promise<AuditLogPage> {
  if (page.after !== null && !/^\d{1,9}$/.test(page.after[1])) throw new Refusal("invalid", "cursor-invalid");
  return context.gateway.read(async (reader) => {
    const found = await auditPage(reader, filter, page);
    return { ...found, names: await namesIn(reader, caller, found.items) };
  });
}

async function namesIn(reader: Reader, caller: Caller, items: readonly AuditEntry[]) {
  const ids = [...items.map(({ subjectId }) => subjectId), ...idsIn(items.flatMap(({ changes }) => changes))];
  const devices = items.filter(({ subjectKind }) => subjectKind === "device");
  const tags = await deviceTagsOf(
    reader,
    devices.map(({ subjectId }) => subjectId),
  );
  return new Map([...(await namesOf(reader, caller.scope, ids)), ...tags]);
}

const columns = [
  "id",
  "at",
  "actorId",
  "actorName",
  "door",
  "action",
  "subjectKind",
  "subjectId",
  "changes",
  "reason",
] as const;

const atOnce = 500;

/**
 * The events that the filter leaves as CSV, newest first, a piece at a time. Cells that look like formulas are
 * neutralised. That somebody took the events away is an event itself, recorded before the first piece.
 */
export async function exportAuditEvents(
  context: ServiceContext,
  caller: Caller,
  filter: AuditFilter,
): Promise<AsyncIterable<string>> {
  await context.gateway.write((tx) =>
    recordEvents(tx, [
      {
        id: context.newId(),
        at: toInstant(context.clock.now()),
        actorId: caller.person.id,
        door: "tab",
        action: "audit-log.exported",
        subjectKind: "audit-log",
        subjectId: "audit-log",
        changes: Object.entries(filter).flatMap(([field, to]) => (to ? [{ field, from: null, to }] : [])),
        reason: null,
      },
    ]),
  );
  return pieces(context, filter);
}

/** With a byte order mark, by which spreadsheets recognise UTF-8. */
async function* pieces(context: ServiceContext, filter: AuditFilter): AsyncIterable<string> {
  yield `\uFEFF${stringify([[...columns]])}`;
  let after: PageRequest<"at">["after"] = null;
  do {
    const page: PageRequest<"at"> = { limit: atOnce, sort: "at", descending: true, after };
    const found = await context.gateway.read((reader) => auditPage(reader, filter, page));
    const rows = found.items.map((item) => ({ ...item, changes: JSON.stringify(item.changes) }));
    if (rows.length > 0) yield stringify(rows, { columns: [...columns], escape_formulas: true });
    after = found.next;
  } while (after !== null);
}
