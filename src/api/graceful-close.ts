import type { Server } from "node:http";

const sweepMs = 100;

/**
 * Takes no more connections, answers what is under way and lets nobody keep a connection for more; what is not done by
 * then is cut off. A client that asks again on an old connection would otherwise hold the server up to the end.
 */
export async function closeGracefully(server: Server, withinMs: number): Promise<void> {
  server.prependListener("request", (_request, response) => response.setHeader("Connection", "close"));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
  const cutOff = setTimeout(() => server.closeAllConnections(), withinMs);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(cutOff);
}
