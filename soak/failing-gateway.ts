import type { EntityManager } from "typeorm";
import { type Adder, type Gateway, isWriter, type Reader, type Writer } from "../src/database/gateway";

export class Broken extends Error {}

/** A gateway whose nth call to the database, counted over everything that goes through it, fails. */
export function failingGateway(gateway: Gateway, nth: number): Gateway & { readonly calls: number } {
  let calls = 0;
  const counted = <A extends unknown[], T>(call: (...args: A) => Promise<T>) => {
    return async (...args: A): Promise<T> => {
      calls += 1;
      if (calls === nth) throw new Broken(`call ${nth} fails on purpose`);
      return call(...args);
    };
  };
  const reader = (real: Reader): Reader => ({ ...real, rows: counted(real.rows) as Reader["rows"] });
  const adder = (real: Adder): Adder => ({
    ...real,
    rows: counted(real.rows) as Adder["rows"],
    beforeCommit: (place, work) => real.beforeCommit(place, (tx) => work(writer(tx))),
  });
  // What is kept for the end knows the writer that it was left with.
  const writers = new WeakMap<Writer, Writer>();
  const writer = (real: Writer): Writer => {
    const run = counted(real.run);
    const made = { ...real, ...adder(real), run, manager: failingManager(real.manager, counted) };
    const known = writers.get(real) ?? made;
    writers.set(real, known);
    return known;
  };
  return {
    ...gateway,
    get calls() {
      return calls;
    },
    read: (work) => gateway.read((real) => work(reader(real))),
    write: (work) => gateway.write((real) => work(writer(real))),
    add: (work) => gateway.add((real) => work(isWriter(real) ? writer(real) : adder(real))),
    writeApart: (work, ready) => gateway.writeApart((real) => work(writer(real)), ready),
  };
}

function failingManager(
  manager: EntityManager,
  counted: <T>(call: (...args: unknown[]) => Promise<T>) => (...args: unknown[]) => Promise<T>,
): EntityManager {
  return new Proxy(manager, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      const call = value.bind(target);
      return name === "insert" || name === "update" || name === "delete" ? counted(call) : call;
    },
  });
}
