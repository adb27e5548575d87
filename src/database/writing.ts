import type { Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { type Engine, inOrder, type Sent, type Worked } from "./engine";
import { type CommitPlace, commitPlaces, type Kind, type Writer } from "./gateway";

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

interface OpenWriter {
  readonly writer: Writer;
  /** Does what was kept for the end. */
  finish(): Promise<void>;
  /** As `Worked.sendRest`. */
  sendRest(): Promise<unknown>;
}

interface PutOff {
  readonly kind: Kind<unknown>;
  readonly items: unknown[];
}

/** So that a statement stays under the number of parameters that PostgreSQL takes. */
const mostTogether = 1_000;

function writerOf(engine: Sender, manager: EntityManager): OpenWriter {
  const last: Record<CommitPlace, ((tx: Writer) => Promise<void>)[]> = { terms: [], totals: [], history: [] };
  const putOff: PutOff[] = [];
  const sendPutOff = ({ kind: { statement, asFault }, items }: PutOff): Promise<Sent> => {
    const sent = engine.send(manager, statement(items, engine.kind));
    return asFault === undefined ? sent : sent.catch((fault) => asFault(fault, items));
  };
  const sendRest = () => inOrder(...putOff.splice(0).map(sendPutOff));
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
    putOff: (statement, asFault) => {
      const kind = { statement: () => statement };
      putOff.push({ kind: asFault === undefined ? kind : { ...kind, asFault }, items: [] });
    },
    putOffTogether: (kind, items) => {
      if (items.length === 0) return;
      const same = putOff.findLast((one) => one.kind === kind || one.items.length === 0);
      if (same?.kind === kind && same.items.length + items.length <= mostTogether) same.items.push(...items);
      else putOff.push({ kind, items: [...items] });
    },
    beforeCommit: (place, work) => void last[place].push(work),
  };
  const finish = async () => {
    for (const place of commitPlaces) for (const work of last[place]) await work(writer);
  };
  return { writer, finish, sendRest };
}
