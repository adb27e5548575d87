import type { EntityManager } from "typeorm";
import type { Gateway, Reader, Writer } from "../src/database/gateway";

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
  const writer = (real: Writer): Writer => ({
    ...real,
    rows: counted(real.rows) as Writer["rows"],
    run: counted(real.run),
    manager: failingManager(real.manager, counted),
  });
  return {
    ...gateway,
    get calls() {
      return calls;
    },
    read: (work) => gateway.read((real) => work(reader(real))),
    write: (work) => gateway.write((real) => work(writer(real))),
    writeApart: (work) => gateway.writeApart((real) => work(writer(real))),
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
