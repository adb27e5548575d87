import type { Express } from "express";
import { routeMatrix } from "../support/route-matrix";
import { startTestServer, type TestServer } from "../support/server";

/*
 * The matrix of routes and actors is held to the routers that really serve: Express and the table behind the
 * contracts, caught as the server makes them. A route mounted past the contracts, which the matrix would never try,
 * fails here.
 */
interface TableRoute {
  readonly method: string;
  readonly path: string;
}

const mockCaught: { app?: Express; tables: { readonly routes: readonly TableRoute[] }[] } = { tables: [] };

jest.mock("find-my-way", () => {
  const make = jest.requireActual("find-my-way");
  return Object.assign((options: object) => {
    const table = make(options);
    mockCaught.tables.push(table);
    return table;
  }, make);
});
jest.mock("../../src/api/app", () => {
  const { createApp } = jest.requireActual("../../src/api/app");
  return {
    createApp: (parts: object) => {
      mockCaught.app = createApp(parts);
      return mockCaught.app;
    },
  };
});

interface Layer {
  readonly name: string;
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

let server: TestServer;
let layers: readonly Layer[];

beforeAll(async () => {
  server = await startTestServer();
  if (mockCaught.app === undefined) throw new Error("The server made no app");
  layers = flat((mockCaught.app.router as unknown as { stack: Layer[] }).stack);
});
afterAll(() => server.stop());

/** Routers within routers give way to what is in them. */
function flat(stack: readonly Layer[]): Layer[] {
  return stack.flatMap((layer) => (layer.handle.stack ? flat(layer.handle.stack) : [layer]));
}

/** Sends a browser on to the tab; the tab's one page, below `/tab`. */
const withoutContract = ["GET /", "GET /{*page}"];
/** Answered by a handler for all that begins so. */
const byPrefix = ["GET /tab"];

test("what the routers serve is what the matrix tries, route by route", () => {
  const mounted = layers.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
  );
  const [table, ...others] = mockCaught.tables;
  expect(others).toEqual([]);
  const listed = (table?.routes ?? []).map(
    ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`,
  );
  expect(listed.length).toBeGreaterThan(80);
  const served = [...mounted, ...listed, ...byPrefix].filter((route) => !withoutContract.includes(route));
  expect(served.sort()).toEqual(Object.keys(routeMatrix).sort());
});

test("no other handler sees a request than those that are known", () => {
  const handlers = layers.filter(({ route }) => !route).map(({ name }) => name);
  expect(handlers).toEqual([
    ...["<anonymous>", "<anonymous>", "<anonymous>"], // Request id, headers, the table of the contracts.
    // The tab's files.
    ...["withoutStore", "helmetMiddleware", "compression", "serveStatic", "serveStatic", "notGiven"],
    ...["<anonymous>", "<anonymous>", "<anonymous>"], // The bot's faults, what is not found, what went wrong.
  ]);
});
