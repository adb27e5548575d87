import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import express from "express";
import { httpServer } from "../../src/api/http-server";

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  return Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
});

async function listening(patience?: Parameters<typeof httpServer>[1]): Promise<Server> {
  const app = express();
  app.use((request, response) => void request.resume().on("end", () => response.end("read")));
  const server = httpServer(app, patience);
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}

/** What a sender that goes on with one byte at a time gets to read before it is hung up on. */
async function drip(server: Server, begun: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let said = "";
  socket.on("data", (piece) => {
    said += piece;
  });
  socket.on("error", () => {});
  socket.write(begun);
  const dripping = setInterval(() => socket.writable && socket.write("a"), 20);
  await once(socket, "close");
  clearInterval(dripping);
  return said;
}

const quick = {
  headersTimeout: 200,
  requestTimeout: 400,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 50,
};

it("a sender that never ends its headers is hung up on", async () => {
  const server = await listening(quick);
  expect(await drip(server, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")).toMatch(/^HTTP\/1.1 408 |^$/);
});

it("a sender that never ends its body is hung up on", async () => {
  const server = await listening(quick);
  const head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n";
  expect(await drip(server, head)).not.toContain("200 OK");
});

it("unless told otherwise a sender has 20 seconds for the headers and two minutes for everything", async () => {
  const server = await listening();
  expect([server.headersTimeout, server.requestTimeout]).toEqual([20_000, 120_000]);
});
