import { createHash } from "node:crypto";
import type { Reader } from "../../database/gateway";
import { keptMapping } from "../../database/stores/import-mapping-store";
import type { ImportKind, ImportSource } from "../../domain/import/import";
import type { HeaderMapping } from "../../domain/import/recognise";
import { headerKey } from "../../domain/import/source-words";

export interface ChosenMapping {
  readonly source: ImportSource | "auto";
  readonly mapping: HeaderMapping;
  /** It was said at an earlier time for the same headers. */
  readonly remembered: boolean;
}

/** What the headers mean: as the importer says now, or with `auto` and nothing said, as was said last time. */
export async function mappingFor(
  reader: Reader,
  kind: ImportKind,
  wanted: ImportSource | "auto",
  headers: readonly string[],
  said: Readonly<Record<string, string>> | undefined,
): Promise<ChosenMapping> {
  if (said !== undefined) return { source: wanted, mapping: folded(said), remembered: false };
  const kept = wanted === "auto" ? await keptMapping(reader, kind, headersKey(headers)) : null;
  if (kept === null) return { source: wanted, mapping: new Map(), remembered: false };
  return { ...kept, remembered: true };
}

/** One key for the same headers, however they are ordered, spaced or capitalised. */
export function headersKey(headers: readonly string[]): string {
  const keys = [...new Set(headers.map(headerKey))].filter((key) => key !== "").sort();
  return createHash("sha256").update(JSON.stringify(keys)).digest("hex");
}

function folded(said: Readonly<Record<string, string>>): HeaderMapping {
  return new Map(Object.entries(said).map(([header, field]) => [headerKey(header), field]));
}
