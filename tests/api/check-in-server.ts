import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { checkInRoutes } from "../../src/api/check-in-routes";
import { deviceProblemRoutes } from "../../src/api/device-problem-routes";
import { errorResponse } from "../../src/api/error-response";
import { dispatch } from "../../src/api/handle";
import { localDoor } from "../../src/api/local-guard";
import { myRoutes } from "../../src/api/my-routes";
import { localLimits, rateLimit } from "../../src/api/rate-limit";
import { requestId } from "../../src/api/request-id";
import type { Translate } from "../../src/contracts/text/catalogue";
import type { Role } from "../../src/domain/permission";
import { createLog } from "../../src/platform/log";
import { callerOf } from "../../src/services/directory-service";
import { openWorld, RecordingMessenger, type World } from "../services/check-in-world";

/** The fields of answers that the tests read on their way; each answer has some of them. */
export interface AnsweredJson {
  readonly id: string;
  readonly deliveryId: string;
  readonly etag: string;
  readonly requestId: string;
  readonly state: string | undefined;
  readonly title: string;
  readonly lastConfirmedAt: string | null;
  readonly openProblem: string | null;
  readonly total: number;
  readonly nextCursor: string | null;
  readonly items: readonly AnsweredJson[];
  readonly devices: readonly AnsweredJson[];
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnsweredJson;
}

export interface Client {
  get(path: string): Promise<HttpAnswer>;
  post(path: string, body?: unknown): Promise<HttpAnswer>;
  patch(path: string, etag: string | null, body: unknown): Promise<HttpAnswer>;
}

export interface CheckInServer {
  readonly world: World;
  readonly teams: RecordingMessenger;
  as(personId: string, ...roles: Role[]): Promise<Client>;
  stop(): Promise<void>;
}

/** The check-in routes over real HTTP and a real database, with a clock that the test moves. */
export async function startCheckInServer(): Promise<CheckInServer> {
  const world = await openWorld();
  const teams = new RecordingMessenger();
  const log = createLog("silent");
  const door = localDoor((personId, roles) => callerOf(world.context, personId, roles));
  const translate: Translate = (_language, key) => key;
  const app = express();
  app.use(requestId(log));
  const routes = [
    ...checkInRoutes(world.context, teams),
    ...myRoutes(world.context, teams, log),
    ...deviceProblemRoutes(world.context),
  ];
  app.use(dispatch(routes, { guard: door.guard, translate, count: rateLimit(localLimits) }));
  app.use(errorResponse(translate, log));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    world,
    teams,
    as: async (personId, ...roles) => client(origin, await door.issue(personId, roles)),
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      await world.close();
    },
  };
}

function client(origin: string, token: string): Client {
  const send = async (method: string, path: string, more: Record<string, string>, body?: unknown) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", ...more };
    const payload = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(origin + path, { method, headers, ...payload });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === "" ? null : JSON.parse(text),
    };
  };
  return {
    get: (path) => send("GET", path, {}),
    post: (path, body) => send("POST", path, {}, body),
    patch: (path, etag, body) => send("PATCH", path, etag === null ? {} : { "if-match": etag }, body),
  };
}
