import { z } from "zod";
import { importKinds, importSources } from "../domain/import/import";
import { endpoint } from "./endpoint";
import { id, instantOut, listQuery, pageOf } from "./wire";

const importProblem = z.object({
  /** Line of the file as an editor counts it, the header being in line 1. */
  line: z.number().int(),
  column: z.string().nullable(),
  message: z.string(),
  severity: z.enum(["error", "conflict", "warning"]),
});

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
  ignoredColumns: z.array(z.string()),
  applied: z.boolean(),
});
export type ImportAnswer = z.output<typeof importAnswer>;

export const runImport = endpoint({
  method: "POST",
  path: "/api/imports",
  summary: "Preview or apply a CSV file; apply is all or nothing",
  query: z.strictObject({
    kind: z.enum(importKinds),
    mode: z.enum(["preview", "apply"]),
    source: z.enum(["auto", ...importSources]).default("auto"),
  }),
  body: "csv",
  response: importAnswer,
});

export const listImports = endpoint({
  method: "GET",
  path: "/api/imports",
  summary: "Imports that were applied, newest first",
  query: listQuery(["at"], {}, "-at"),
  response: pageOf(
    z.object({
      id,
      at: instantOut,
      actorId: z.string(),
      actorName: z.string().nullable(),
      kind: z.enum(importKinds),
      source: z.enum(importSources),
      rows: importAnswer.shape.rows,
    }),
  ),
});
