import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { DataSource, MigrationExecutor, type QueryRunner } from "typeorm";
import type { BackupFile, BackupManifest } from "../../domain/backup";
import { entities } from "../entities/entities";
import type { Writer } from "../gateway";
import { migrations } from "../migrations/migrations";
import { connectClient } from "../postgres-client";
import { clientOf, migrationLock, sender } from "../postgres-engine";
import { writing } from "../writing";
import { BackupProblem } from "./backup-files";
import { tablesQuery } from "./postgres-backup";

const bytesAtOnce = 4 * 1024 * 1024;

/**
 * Puts a back-up into an empty database, brings its schema up to date and runs `finish`, all in one transaction:
 * broken off, it has left nothing.
 * @throws BackupProblem when tables are there already, or a row does not arrive
 */
export async function restorePostgres(
  url: string,
  folder: string,
  { files, schema }: BackupManifest,
  finish: (tx: Writer) => Promise<void>,
): Promise<void> {
  // As it was when the back-up was made; then, on the same connection, as it is now.
  const [then, now] = await Promise.all([
    source(
      url,
      migrations.filter(({ name }) => schema.includes(name)),
    ),
    source(url, migrations),
  ]);
  const runner = then.createQueryRunner();
  try {
    await clientOf(runner);
    await runner.startTransaction();
    await runner.query("SELECT pg_advisory_xact_lock($1)", [migrationLock]);
    await refuseTables(runner);
    await migrate(then, runner);
    for (const file of files) await load(runner, folder, file);
    await runner.query(nextNumbers);
    await migrate(now, runner);
    const { sendRest } = await writing({ kind: "postgres", send: sender() }, runner.manager, finish);
    await sendRest();
    await runner.commitTransaction();
  } catch (fault) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw fault;
  } finally {
    await runner.release();
    await Promise.all([then.destroy(), now.destroy()]);
  }
}

async function source(url: string, wanted: typeof migrations): Promise<DataSource> {
  await (await connectClient(url, "toolroll-restore")).end();
  const options = { type: "postgres", url, entities, migrations: wanted, poolSize: 2 } as const;
  return new DataSource({ ...options, applicationName: "toolroll-restore" }).initialize();
}

function migrate(dataSource: DataSource, runner: QueryRunner): Promise<unknown> {
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = "none";
  return executor.executePendingMigrations();
}

async function refuseTables(runner: QueryRunner): Promise<void> {
  const [there] = await runner.manager.query<{ name: string }[]>(tablesQuery);
  if (there === undefined) return;
  throw new BackupProblem(
    `The database holds tables already (${there.name}); nothing was changed. Make an empty one: CREATE DATABASE.`,
  );
}

/** What the migrations put into a new table gives way; the triggers that keep the audit log stand back meanwhile. */
async function load(runner: QueryRunner, folder: string, { name, rows }: BackupFile): Promise<void> {
  const table = `"${name.replace(/\.jsonl\.gz$/, "")}"`;
  await runner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await runner.query(`DELETE FROM ${table}`);
  let arrived = 0;
  for await (const lines of batches(join(folder, name))) {
    await runner.query(
      `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`,
      [`[${lines.join(",")}]`],
    );
    arrived += lines.length;
  }
  await runner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  if (arrived !== rows) {
    throw new BackupProblem(
      `${name} holds ${arrived} rows, not ${rows} as its manifest says; nothing was changed.`,
    );
  }
}

async function* batches(path: string): AsyncGenerator<string[]> {
  const input = createReadStream(path).pipe(createGunzip());
  let [lines, bytes]: [string[], number] = [[], 0];
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    lines.push(line);
    bytes += line.length;
    if (bytes < bytesAtOnce) continue;
    yield lines;
    [lines, bytes] = [[], 0];
  }
  if (lines.length > 0) yield lines;
}

/** Numbers that the database gives out go on after the highest that came back. */
const nextNumbers = `DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT table_name AS t, column_name AS n FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_default LIKE 'nextval(%' LOOP
    EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), max(%I)) FROM %I', quote_ident(c.t), c.n, c.n, c.t);
  END LOOP; END $$`;
