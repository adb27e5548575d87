import type { PersonDataAnswer } from "../contracts/data-export-contract";
import type { KeysOf } from "../contracts/text/bilingual";
import type { dataExportColumnText } from "../contracts/text/data-export-column-text";
import type { dataExportText } from "../contracts/text/data-export-text";
import type { ApiRequest } from "./api-request";
import { valueReader } from "./data-export-values";

type Key = KeysOf<typeof dataExportText>;
type Column = KeysOf<typeof dataExportColumnText>;

const notHeld = [
  "notHeld.surveys",
  "notHeld.reads",
  "notHeld.chats",
  "notHeld.activity",
  "notHeld.credentials",
  "notHeld.hr",
  "notHeld.decisions",
  "notHeld.logs",
] as const satisfies readonly Key[];

export function notHeldSentences({ language, translate }: ApiRequest): string[] {
  return notHeld.map((key) => translate(language, `dataExport.${key}`));
}

const lists = [
  "teams",
  "devices",
  "problems",
  "assignments",
  "checkIns",
  "surveys",
  "conversations",
  "contact",
  "messages",
  "notes",
  "calendars",
  "stockTakes",
  "rollouts",
  "rolloutAnswers",
  "blockers",
  "trainings",
  "applications",
  "licences",
  "licenceReviews",
  "imports",
  "accounts",
  "mentions",
  "events",
] as const;

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:80rem;margin:2rem auto;padding:0 1rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
td:last-child{overflow-wrap:anywhere;min-width:12rem}@page{size:landscape}`;

/** The same as the JSON, for reading and printing: one page without scripts or anything from elsewhere. */
export function dataExportPage(data: PersonDataAnswer, request: ApiRequest): string {
  const { language, translate } = request;
  const text = (key: Key, params = {}) => escaped(translate(language, `dataExport.${key}`, params));
  const section = (key: Key, body: string) => `<section><h2 id="${key}">${text(key)}</h2>${body}</section>`;
  const heading = (column: Column) => escaped(translate(language, `dataExportColumn.${column}`));
  const read = valueReader(data, request);
  const table = (key: Key, rows: readonly { readonly [C in Column]?: unknown }[]) => {
    if (rows.length === 0) return `<p>${text("none")}</p>`;
    const columns = Object.keys(rows[0] ?? {}) as Column[];
    const head = columns.map((column) => `<th scope="col">${heading(column)}</th>`).join("");
    const body = rows.map((row) => {
      const cells = columns.map((column) => `<td>${escaped(read(key, column, row[column]))}</td>`);
      return `<tr>${cells.join("")}</tr>`;
    });
    const rowsOf = `<thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody>`;
    // With the focus on it, a table that is too wide can be scrolled by keyboard.
    return `<div class="wide" role="group" aria-labelledby="${key}" tabindex="0"><table>${rowsOf}</table></div>`;
  };
  const { teamId: _named, ...you } = data.person;
  const title = text("title", { name: data.person.name });
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${text("made", { day: data.exportedAt.slice(0, 10) })}</p>
${section("person", table("person", [you]))}
${lists.map((list) => section(list, table(list, data[list]))).join("\n")}
${section("notHeldTitle", `<ul>${data.notHeld.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>`)}
</main></body></html>
`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
