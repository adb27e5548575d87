import type { EntityManager } from "typeorm";
import type { Engine } from "./engine";
import type { Gateway, Writer } from "./gateway";
import { openingFault } from "./opening-fault";
import { asUnavailable } from "./unavailable";
import { writing } from "./writing";

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
    add: (work) => engine.addition(work).catch(refuseUnavailable),
    writeApart: (work, ready) => engine.transactionApart(within(work), ready).catch(refuseUnavailable),
    forgetDeleted: engine.forgetDeleted,
    ping: engine.ping,
    close: engine.close,
  };
}

function refuseUnavailable(fault: unknown): never {
  throw asUnavailable(fault);
}
