import { z } from "zod";
import { deviceStatuses } from "../domain/device";
import { longestLabel } from "../domain/device-label";
import { saidDayOrders } from "../domain/import/day-text";
import { importKinds, importSources } from "../domain/import/import";
import { importPhases } from "../domain/import/progress";
import { isLineList } from "../domain/import/resolution";
import { verdictKinds } from "../domain/import/verdict";
import { resolutions } from "../domain/provenance";
import { type Answer, endpoint, idParams } from "./endpoint";
import { fieldChange } from "./history-contract";
import { id, instantOut, line, listQuery, pageOf } from "./wire";

const importProblem = z.object({
  /** Line of the file as an editor counts it, the header being in line 1. */
  line: z.number().int(),
  column: z.string().nullable(),
  /** What it is, whatever the language; `date-ambiguous` is decided for all rows at once by `days`. */
  code: z.string().optional(),
  message: z.string(),
  severity: z.enum(["error", "conflict", "warning"]),
});

/** What a row would do; `from` and `to` as in a history. */
const importVerdict = z.object({
  line: z.number().int(),
  key: z.string().nullable(),
  verdict: z.enum(verdictKinds),
  changes: z.array(fieldChange),
  /** Fields that somebody set by hand, waiting for a decision. */
  contested: z.array(z.string()),
  /** Fields of which the register's value stays. */
  kept: z.array(z.string()),
});
export type ImportVerdict = z.output<typeof importVerdict>;

const importAnswer = z.object({
  id,
  kind: z.enum(importKinds),
  mode: z.enum(["preview", "apply"]),
  source: z.enum(importSources),
  encoding: z.string(),
  delimiter: z.string(),
  rows: z.object({
    total: z.number().int(),
    create: z.number().int(),
    update: z.number().int(),
    unchanged: z.number().int(),
    conflict: z.number().int(),
    error: z.number().int(),
  }),
  problems: z.array(importProblem),
  /** More problems than `problems` lists. */
  problemsCut: z.boolean(),
  /** The first thousand: what stops an import first, then changes, additions and unchanged rows. */
  verdicts: z.array(importVerdict),
  verdictsCut: z.boolean(),
  /** Rows that wait for nothing but a decision on fields set by hand. */
  contested: z.number().int(),
  /** Names of people and teams whose ids the changes hold, by id. */
  names: z.record(z.string(), z.string()),
  mappingRemembered: z.boolean(),
  ignoredColumns: z.array(z.string()),
  applied: z.boolean(),
  /** Labels that rows carry and nobody has mapped: `labels` says what they stand for. */
  unknownLabels: z.array(z.object({ label: z.string(), rows: z.number().int() })).optional(),
  /** Columns with days that can be read both ways and nothing that settles it: `days` says which is meant. */
  unsureDays: z.array(z.object({ column: z.string(), sample: z.string() })).optional(),
  /** Rows that wait for nothing but that. */
  undated: z.number().int().optional(),
});
export type ImportAnswer = z.output<typeof importAnswer>;

const sourceQuery = z.enum(["auto", ...importSources]).default("auto");
const jsonOf = (what: string) =>
  z
    .string()
    .max(12_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: `must be JSON of ${what}` });
        return z.NEVER;
      }
    });
/** JSON of header to field, or to "ignore"; what was said of the same headers before when it is left out. */
const mappingQuery = jsonOf("header to field")
  .pipe(z.record(z.string().max(500), z.string().min(1).max(100)))
  .optional();
/** JSON of label to status, for labels that nobody has mapped; they are added when the import is applied. */
const labelsQuery = jsonOf("label to status")
  .pipe(z.record(line(longestLabel), z.enum(deviceStatuses)))
  .optional();
/** Lines of the file such as `3,7-12`. */
const lines = z.string().max(8_000).refine(isLineList, "must be lines such as 3,7-12").optional();

export const runImport = endpoint({
  method: "POST",
  path: "/api/imports",
  summary: "Preview or apply a CSV file; apply is all or nothing",
  query: z.strictObject({
    kind: z.enum(importKinds),
    mode: z.enum(["preview", "apply"]),
    source: sourceQuery,
    mapping: mappingQuery,
    /** Fields set by hand, in all rows: keep the register's value or take the file's. */
    resolve: z.enum(resolutions).optional(),
    keep: lines,
    take: lines,
    /** Made by the client, for asking how far the import has come. */
    key: z.uuid().optional(),
    labels: labelsQuery,
    /** How the file writes days, where its columns do not tell: 03/04/2025 day first is the 3rd of April. */
    days: z.enum(saidDayOrders).optional(),
    /** What the file is called, for telling one import from another; folders before it are left out. */
    fileName: z.string().max(500).optional(),
  }),
  body: "csv",
  response: importAnswer,
});

export const readImportProgress = endpoint({
  method: "GET",
  path: "/api/imports/progress/{key}",
  summary: "How far one's own import has come, and what it wrote",
  params: z.strictObject({ key: z.uuid() }),
  response: z.object({
    /** Unknown while the file is still on its way, and for what one did not import. */
    phase: z.enum([...importPhases, "unknown"]),
    rowsDone: z.number().int(),
    /** 0 where there is nothing to count. */
    rowsTotal: z.number().int(),
    /** Null until it is written, and for good when nothing is. */
    applied: z.object({ id, rows: importAnswer.shape.rows }).nullable(),
  }),
});
export type ImportProgressAnswer = Answer<typeof readImportProgress>;

export const readImportColumns = endpoint({
  method: "POST",
  path: "/api/imports/columns",
  summary: "Which columns of a CSV file are understood, and what is missing",
  query: z.strictObject({ kind: z.enum(importKinds), source: sourceQuery, mapping: mappingQuery }),
  body: "csv",
  response: z.object({
    source: z.enum(importSources),
    columns: z.array(
      z.object({ header: z.string(), field: z.string().nullable(), sample: z.string().nullable() }),
    ),
    fields: z.array(z.object({ field: z.string(), needed: z.boolean() })),
    /** Of each group one field is needed, and none is there. */
    missing: z.array(z.array(z.string())),
    mappingRemembered: z.boolean(),
  }),
});
export type ImportColumnsAnswer = Answer<typeof readImportColumns>;

export const undoImport = endpoint({
  method: "POST",
  path: "/api/imports/{id}/undo",
  summary: "Undo a whole import whose records have not been changed since",
  params: idParams,
  response: z.object({
    id,
    undoneAt: instantOut,
    removed: z.number().int(),
    restored: z.number().int(),
  }),
});

const listedImport = z.object({
  id,
  at: instantOut,
  actorId: z.string(),
  actorName: z.string().nullable(),
  kind: z.enum(importKinds),
  source: z.enum(importSources),
  /** What its file was called; null where nobody said it. */
  fileName: z.string().nullable(),
  rows: importAnswer.shape.rows,
  state: z.enum(["applied", "undone"]),
  /** It changed something, and none of its records has been changed since. */
  undoable: z.boolean(),
  undoneAt: instantOut.nullable(),
  undoneByName: z.string().nullable(),
});
export type ListedImportAnswer = z.output<typeof listedImport>;

export const listImports = endpoint({
  method: "GET",
  path: "/api/imports",
  summary: "Imports that were applied, newest first",
  /** `changed=true` leaves out those of which nothing came, because the register said the same already. */
  query: listQuery(["at"], { changed: z.stringbool().optional() }, "-at"),
  response: pageOf(listedImport),
});
