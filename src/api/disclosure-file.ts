import type { TextKey, TextParams } from "../contracts/text/catalogue";
import {
  type DisclosedCell,
  type DisclosureField,
  disclosureFields,
  type Redaction,
} from "../domain/disclosure/disclosure";
import { withFormulaGuard } from "../domain/import/formula-cell";
import type { Disclosure } from "../services/disclosure/disclosure-service";
import type { ExportTable } from "../services/export/export-table";

type Say = (key: TextKey, params?: TextParams) => string;

/** Fields whose values are words of the product. */
const worded: Readonly<Partial<Record<DisclosureField, "hosting" | "aiFeatures">>> = {
  hosting: "hosting",
  aiFeatures: "aiFeatures",
};

/** The answer in the language of the request: what it covers and leaves open, then the systems. */
export function disclosureTables(made: Disclosure, say: Say): [ExportTable, ExportTable] {
  const headers = disclosureFields.map((field) => say(`disclosure.field.${field}`));
  const rows = made.rows.map((cells) =>
    cells.map((cell, at) => withFormulaGuard(cellText(cell, disclosureFields[at], say))),
  );
  return [
    tableOf(say("disclosure.coverSheet"), [say("disclosure.title"), ""], coverOf(made, say)),
    tableOf(say("disclosure.systemsSheet"), headers, rows),
  ];
}

function cellText(cell: DisclosedCell, field: DisclosureField | undefined, say: Say): string {
  if (cell.kind === "unknown") return say("disclosure.unknown");
  if (cell.kind === "redacted") return redactedText(cell, say);
  const words = field && worded[field];
  return words ? say(`application.${words}.${cell.text}` as TextKey) : cell.text;
}

function redactedText({ exemption, reason }: Redaction, say: Say): string {
  return reason === null
    ? say("disclosure.redacted", { exemption })
    : say("disclosure.redactedWhy", { exemption, reason });
}

function coverOf({ at, limits, counts }: Disclosure, say: Say): string[][] {
  const scope =
    limits.length === 0
      ? [[say("disclosure.scope"), say("disclosure.everything")]]
      : limits.map(([name, value]) => [
          `${say("disclosure.scope")}: ${say(`disclosure.limit.${name}` as TextKey)}`,
          value,
        ]);
  const withheld = disclosureFields.flatMap((name) =>
    Object.entries(counts.redacted[name] ?? {}).map(([exemption, count]) => [
      say("disclosure.redactedCount", { exemption, field: say(`disclosure.field.${name}`) }),
      String(count),
    ]),
  );
  const unknown = disclosureFields.map((name) => [
    say("disclosure.unknownCount", { field: say(`disclosure.field.${name}`) }),
    String(counts.unknown[name] ?? 0),
  ]);
  const facts = [
    [say("disclosure.day"), at.slice(0, 10)],
    ...scope,
    [say("disclosure.systems"), String(counts.systems)],
    ...unknown,
    ...withheld,
    [say("disclosure.act"), ""],
  ];
  return facts.map((row) => row.map(withFormulaGuard));
}

function tableOf(name: string, headers: readonly string[], rows: readonly string[][]): ExportTable {
  async function* pieces() {
    yield rows;
  }
  return { name, headers, pieces: pieces() };
}
