import type { MigrationInterface, QueryRunner } from "typeorm";
import { searchKey } from "../../domain/search";
import { index, requiredText, sequence, table, text, uniqueIndex } from "./table";

const kinds = ["person", "team", "application", "contract"] as const;

export class Search1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(entryTable);
    const sqlite = runner.dataSource.options.type === "better-sqlite3";
    for (const kind of kinds) {
      for (const statement of sqlite ? sqliteSearch(kind) : postgresSearch(kind)) {
        await runner.query(statement);
      }
    }
    await enter(runner, "person", "SELECT id, name, email FROM person");
    await enter(runner, "team", "SELECT id, name, '' AS email FROM team");
    await foldDevices(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const kind of kinds) await runner.query(`DROP TABLE IF EXISTS search_${kind}`);
    await runner.dropTable("search_entry");
  }
}

const entryTable = table(
  "search_entry",
  [
    sequence("seq"),
    requiredText("kind"),
    requiredText("record_id"),
    requiredText("title_key"),
    text("exact_key"),
    requiredText("search_text"),
  ],
  [
    uniqueIndex("search_entry_record", "kind", "record_id"),
    index("search_entry_title", "kind", "title_key", "record_id"),
    index("search_entry_exact", "kind", "exact_key"),
  ],
);

/** One index a kind, so that a word common among people costs a search for teams nothing. */
function sqliteSearch(kind: string): string[] {
  const name = `search_${kind}`;
  const remove = `INSERT INTO ${name}(${name}, rowid, search_text) VALUES ('delete', old.seq, old.search_text)`;
  const add = `INSERT INTO ${name}(rowid, search_text) VALUES (new.seq, new.search_text)`;
  return [
    `CREATE VIRTUAL TABLE ${name} USING fts5(search_text, content='search_entry', content_rowid='seq', tokenize='trigram')`,
    `CREATE TRIGGER ${name}_insert AFTER INSERT ON search_entry WHEN new.kind = '${kind}' BEGIN ${add}; END`,
    `CREATE TRIGGER ${name}_delete AFTER DELETE ON search_entry WHEN old.kind = '${kind}' BEGIN ${remove}; END`,
    `CREATE TRIGGER ${name}_update AFTER UPDATE OF search_text ON search_entry
       WHEN old.kind = '${kind}' AND old.search_text <> new.search_text BEGIN ${remove}; ${add}; END`,
  ];
}

function postgresSearch(kind: string): string[] {
  return [
    `CREATE INDEX search_entry_${kind} ON search_entry USING gin (search_text gin_trgm_ops) WHERE kind = '${kind}'`,
  ];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

async function enter(runner: QueryRunner, kind: string, query: string): Promise<void> {
  const rows: Named[] = await runner.query(query);
  const place = placeholders(runner);
  for (const { id, name, email } of rows) {
    const found = [searchKey(name), searchKey(email)];
    await runner.query(
      `INSERT INTO search_entry (kind, record_id, title_key, exact_key, search_text)
       VALUES (${place(1)}, ${place(2)}, ${place(3)}, ${place(4)}, ${place(5)})`,
      [kind, id, ...found, found.join(" ").trim()],
    );
  }
}

/** Devices are found without accents from now on, like everything else. */
async function foldDevices(runner: QueryRunner): Promise<void> {
  const rows: { seq: number; search_text: string }[] = await runner.query(
    "SELECT seq, search_text FROM device",
  );
  const place = placeholders(runner);
  for (const { seq, search_text } of rows) {
    const folded = searchKey(search_text);
    if (folded === search_text) continue;
    await runner.query(`UPDATE device SET search_text = ${place(1)} WHERE seq = ${place(2)}`, [folded, seq]);
  }
}

function placeholders(runner: QueryRunner): (at: number) => string {
  return runner.dataSource.options.type === "better-sqlite3" ? () => "?" : (at) => `$${at}`;
}
