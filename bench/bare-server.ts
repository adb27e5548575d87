import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "node:querystring";
import type { Json } from "../src/domain/page";
import { bareApplications } from "./bare-applications";
import { openBare } from "./bare-database";
import { bareHolders } from "./bare-holders";
import { bareInsert } from "./bare-insert";
import { bareQueries } from "./bare-queries";
import { bareSurveys } from "./bare-surveys";
import { bareWaves } from "./bare-waves";

/**
 * The limit that ours is measured against: `node:http` and the database driver, without framework, guard, contract or
 * scope. It answers the addresses of the cases with the same bytes' worth as ours.
 * `bare-server.ts <database to read> <copy to write>`
 */
const [readUrl = "", writeUrl = ""] = process.argv.slice(2);
const reader = openBare(readUrl, "read");
const reading = bareQueries(reader);
const holders = bareHolders(reader);
const waves = bareWaves(reader);
const surveys = bareSurveys(reader);
const writing = openBare(writeUrl, "write");
const devices = "/api/devices";
const applications = "/api/applications";
const messages = "/api/messages";

const server = createServer((request, response) => {
  answer(request).then(
    (json) => send(response, json === null ? 404 : request.method === "POST" ? 201 : 200, json ?? "{}"),
    (fault: unknown) => send(response, 500, JSON.stringify({ fault: String(fault) })),
  );
});

async function answer(request: IncomingMessage): Promise<Json | null> {
  const url = request.url ?? "";
  // An empty handler, beside which answers by card are measured.
  if (url === messages) return bodyOf(request).then(() => "{}");
  if (request.method === "POST") return bareInsert(writing, JSON.parse(await bodyOf(request)));
  const at = url.indexOf("?");
  const path = at < 0 ? url : url.slice(0, at);
  if (path === devices || path === applications) {
    const { limit, ...query } = parse(url.slice(at + 1)) as Record<string, string>;
    const asked = { ...query, limit: Number(limit) };
    return path === devices ? reading.page(asked) : bareApplications(reader, asked);
  }
  const sku = /^\/api\/licences\/([^/]+)\/holders$/.exec(path)?.[1];
  if (sku !== undefined) {
    const { limit, ...query } = parse(url.slice(at + 1)) as Record<string, string>;
    return holders.page(sku, { ...query, limit: Number(limit) });
  }
  const [, wave = "", what] = /^\/api\/waves\/([^/]+)\/(progress|gates|participants)$/.exec(path) ?? [];
  if (what === "progress") return waves.progress(wave);
  if (what === "gates") return waves.gates(wave);
  if (what === "participants") {
    const { limit, ...query } = parse(url.slice(at + 1)) as Record<string, string>;
    return waves.people(wave, { ...query, limit: Number(limit) });
  }
  const [, survey = "", part] = /^\/api\/surveys\/([^/]+)\/(results|trend)$/.exec(path) ?? [];
  if (part === "results") return surveys.results(survey);
  if (part === "trend") return surveys.trend(survey, String(parse(url.slice(at + 1)).team));
  if (path === `${devices}/summary`) return reading.summary();
  return reading.device(path.slice(devices.length + 1));
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (piece: string) => {
      text += piece;
    });
    request.on("end", () => resolve(text));
    request.on("error", reject);
  });
}

function send(response: ServerResponse, status: number, json: Json): void {
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(json),
  });
  response.end(json);
}

server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.on("SIGTERM", () => process.exit(0));
