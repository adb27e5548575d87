import type { ImportKind, ImportSource } from "../../domain/import/import";
import { missingFrom, sketchHeader } from "../../domain/import/recognise";
import type { ServiceContext } from "../service-context";
import { readCsv } from "./csv-file";
import { mappingFor } from "./header-mapping";

export interface ReadColumns {
  readonly source: ImportSource;
  readonly columns: readonly {
    readonly header: string;
    readonly field: string | null;
    /** The first value below the header, shortened. */
    readonly sample: string | null;
  }[];
  readonly fields: readonly { readonly field: string; readonly needed: boolean }[];
  readonly missing: readonly (readonly string[])[];
  readonly mappingRemembered: boolean;
}

const longestSample = 60;

/**
 * Which columns of a file are understood and which fields there are for the others; for saying what the headers mean.
 * @throws Refusal invalid `import-...` for what is no table
 */
export async function readColumns(
  context: ServiceContext,
  request: {
    readonly kind: ImportKind;
    readonly source: ImportSource | "auto";
    readonly mapping?: Readonly<Record<string, string>> | undefined;
    readonly bytes: Uint8Array;
  },
): Promise<ReadColumns> {
  const { kind } = request;
  const { header, rows } = await readCsv(request.bytes);
  const chosen = await context.gateway.read((reader) =>
    mappingFor(reader, kind, request.source, header.cells, request.mapping),
  );
  const { source, words, columns } = sketchHeader(kind, chosen.source, header, chosen.mapping);
  const needed = new Set(words.needed.flat());
  const named = header.cells.map((name, at) => ({ name, at })).filter(({ name }) => name.trim() !== "");
  return {
    source,
    columns: named.map(({ name, at }) => ({
      header: name,
      field: columns.find((column) => column.at === at)?.field ?? null,
      sample: rows.find(({ cells }) => cells[at])?.cells[at]?.slice(0, longestSample) ?? null,
    })),
    fields: Object.keys(words.columns).map((field) => ({ field, needed: needed.has(field) })),
    missing: missingFrom(words, columns),
    mappingRemembered: chosen.remembered,
  };
}
