import type { Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { type Engine, inOrder, type Sent, type Worked } from "./engine";
import { type CommitPlace, commitPlaces, type Gateway, type Writer } from "./gateway";
import { openingFault } from "./opening-fault";
import { asUnavailable } from "./unavailable";

/**
 * Opens `sqlite:<path>`, `sqlite::memory:` or `postgres://...` and brings its schema up to date.
 * @throws UnusableDatabase with a sentence for the operator, within seconds
 */
export async function openGateway(url: string, options: OpenOptions = {}): Promise<Gateway> {
  const engine = await openMigrated(url, options).catch((fault: unknown) => {
    throw openingFault(url, fault);
  });
  return gatewayOf(engine);
}

interface OpenOptions {
  /** For answers that many ask for while nothing is written. */
  readonly answerMemoryBytes?: number;
}

async function openMigrated(url: string, options: OpenOptions): Promise<Engine> {
  const engine = await openEngine(url, options);
  try {
    await engine.migrate();
  } catch (fault) {
    await engine.close();
    throw fault;
  }
  return engine;
}

/** Loads the one engine that is wanted: the driver of the other would be a twentieth of the server's start. */
async function openEngine(url: string, { answerMemoryBytes = 0 }: OpenOptions): Promise<Engine> {
  if (url.startsWith("sqlite:")) {
    const { openSqlite } = await import("./sqlite-engine.ts");
    return openSqlite(url.slice("sqlite:".length), answerMemoryBytes);
  }
  const { openPostgres } = await import("./postgres-engine.ts");
  return openPostgres(url, answerMemoryBytes);
}

function gatewayOf(engine: Engine): Gateway {
  const within =
    <T>(work: (writer: Writer) => Promise<T>) =>
    (manager: EntityManager) =>
      writing(engine, manager, work);
  return {
    read: (work) => engine.read(work).catch(refuseUnavailable),
    write: (work) => engine.transaction(within(work)).catch(refuseUnavailable),
    writeApart: (work) => engine.transactionApart(within(work)).catch(refuseUnavailable),
    forgetDeleted: engine.forgetDeleted,
    ping: engine.ping,
    close: engine.close,
  };
}

type Sender = Pick<Engine, "kind" | "send">;

/** Runs `work`, and what it leaves for the end, inside the transaction of `manager`. */
export async function writing<T>(
  engine: Sender,
  manager: EntityManager,
  work: (writer: Writer) => Promise<T>,
): Promise<Worked<T>> {
  const { writer, finish, sendRest } = writerOf(engine, manager);
  const result = await work(writer);
  await finish();
  return { result, sendRest };
}

function refuseUnavailable(fault: unknown): never {
  throw asUnavailable(fault);
}

interface OpenWriter {
  readonly writer: Writer;
  /** Does what was kept for the end. */
  finish(): Promise<void>;
  /** As `Worked.sendRest`. */
  sendRest(): Promise<unknown>;
}

function writerOf(engine: Sender, manager: EntityManager): OpenWriter {
  const last: Record<CommitPlace, (() => Promise<void>)[]> = { terms: [], totals: [], history: [] };
  const putOff: (() => Promise<Sent>)[] = [];
  const sendRest = () => inOrder(...putOff.splice(0).map((sendOne) => sendOne()));
  const send = async (statement: Sql): Promise<Sent> => {
    if (putOff.length === 0) return engine.send(manager, statement);
    const [, sent] = await inOrder(sendRest(), engine.send(manager, statement));
    return sent;
  };
  const writer: Writer = {
    engine: engine.kind,
    manager,
    rows: async <T>(query: Sql) => (await send(query)).rows as T[],
    run: async (statement) => (await send(statement)).affected,
    putOff: (statement, asFault) =>
      void putOff.push(() => {
        const sent = engine.send(manager, statement);
        return asFault === undefined ? sent : sent.catch(asFault);
      }),
    beforeCommit: (place, work) => void last[place].push(work),
  };
  const finish = async () => {
    for (const place of commitPlaces) for (const work of last[place]) await work();
  };
  return { writer, finish, sendRest };
}
