import type { EntityManager } from "typeorm";
import type { Engine } from "./engine";
import type { Gateway, Writer } from "./gateway";
import { openPostgres } from "./postgres-engine";
import { openSqlite } from "./sqlite-engine";
import { asUnavailable } from "./unavailable";

/**
 * Opens `sqlite:<path>`, `sqlite::memory:` or `postgres://...` and brings its schema up to date.
 * @throws Error with a sentence for the operator when the file is in use or the server does not answer
 */
export async function openGateway(url: string): Promise<Gateway> {
  const engine = url.startsWith("sqlite:")
    ? await openSqlite(url.slice("sqlite:".length))
    : await openPostgres(url);
  try {
    await engine.migrate();
  } catch (fault) {
    await engine.close();
    throw fault;
  }
  return {
    read: (work) => engine.read(work).catch(refuseUnavailable),
    write: (work) =>
      engine
        .transaction(async (manager) => {
          const last: (() => Promise<void>)[] = [];
          const result = await work(writerOf(engine.kind, manager, last));
          for (const step of last) await step();
          return result;
        })
        .catch(refuseUnavailable),
    forgetDeleted: engine.forgetDeleted,
    ping: engine.ping,
    close: engine.close,
  };
}

function refuseUnavailable(fault: unknown): never {
  throw asUnavailable(fault);
}

interface StructuredResult {
  readonly records?: readonly unknown[];
  readonly affected?: number;
}

function writerOf(kind: Engine["kind"], manager: EntityManager, last: (() => Promise<void>)[]): Writer {
  const send = async (text: string, values: readonly unknown[]): Promise<StructuredResult> => {
    const runner = manager.queryRunner;
    if (!runner) throw new Error("A write outside its transaction");
    return runner.query(text, [...values], true);
  };
  return {
    engine: kind,
    manager,
    async rows<T>(query: Parameters<Writer["rows"]>[0]) {
      const result = await send(kind === "sqlite" ? query.sql : query.text, query.values);
      return (result.records ?? []) as T[];
    },
    async run(statement) {
      const result = await send(kind === "sqlite" ? statement.sql : statement.text, statement.values);
      return result.affected ?? 0;
    },
    beforeCommit: (work) => void last.push(work),
  };
}
