import type { ExportTable } from "./export-table";
import { type ZipEntry, zipOf } from "./zip-writer";

/** What Excel takes in one cell. */
const longestCell = 32_767;
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook with a sheet for each table (ECMA-376, transitional). Every cell is text: nothing in it is ever computed. */
export function xlsxOf(...tables: readonly ExportTable[]): AsyncGenerator<Buffer> {
  const names = tables.map(({ name }) => name);
  const paths = tables.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const entries: ZipEntry[] = [
    still("[Content_Types].xml", contentTypes(paths)),
    still("_rels/.rels", relations([[`${office}/officeDocument`, "xl/workbook.xml"]])),
    still("xl/workbook.xml", workbook(names)),
    still("xl/_rels/workbook.xml.rels", relations(paths.map((path) => [`${office}/worksheet`, path]))),
    ...tables.map((table, at) => ({ path: `xl/${paths[at]}`, content: sheet(table) })),
  ];
  return zipOf(entries);
}

function contentTypes(paths: readonly string[]): string {
  const sheets = paths.map(
    (path) => `<Override PartName="/xl/${path}" ContentType="${sheetType}.worksheet+xml"/>\n`,
  );
  return `<Types xmlns="${packages}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>
${sheets.join("")}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${all.join("")}</Relationships>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${escaped(name.slice(0, 31))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

function still(path: string, text: string): ZipEntry {
  async function* content() {
    yield xml + text;
  }
  return { path, content: content() };
}

/** The header stays in sight while the rows scroll. */
const frozenHeader = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;

async function* sheet({ headers, pieces }: ExportTable): AsyncGenerator<string> {
  const columns = headers.map((_, at) => columnName(at));
  const width = `<cols><col min="1" max="${headers.length}" width="20" customWidth="1"/></cols>`;
  const start = `${xml}<worksheet xmlns="${main}">${frozenHeader}${width}<sheetData>`;
  yield start + rowOf(1, columns, headers);
  let line = 1;
  for await (const rows of pieces) {
    yield rows
      .map((cells) => {
        line += 1;
        return rowOf(line, columns, cells);
      })
      .join("");
  }
  yield "</sheetData></worksheet>";
}

function rowOf(line: number, columns: readonly string[], cells: readonly string[]): string {
  const written = cells.map((cell, at) =>
    cell === ""
      ? ""
      : `<c r="${columns[at]}${line}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
  );
  return `<row r="${line}">${written.join("")}</row>`;
}

/** A, B, ... Z, AA, ... */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function numbered(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** XML has no words for most control characters: they are written as Excel writes them (ECMA-376 part 1, 22.9.2.19). */
function escaped(text: string): string {
  return (
    text
      .slice(0, longestCell)
      .replace(/_x[\da-f]{4}_/gi, (word) => `_x005F${word}`)
      .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this is for
      .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, numbered)
      .replace(/\p{Surrogate}/gu, "")
  );
}
