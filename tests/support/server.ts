import { rmSync } from "node:fs";
import { join } from "node:path";
import { insertPeople, setLocalRoles } from "../../src/database/stores/person-store";
import { insertTeams } from "../../src/database/stores/team-store";
import type { Role } from "../../src/domain/permission";
import type { Person } from "../../src/domain/person";
import type { Team } from "../../src/domain/team";
import { type StartOptions, startServer } from "../../src/main";
import { parseEnvironment } from "../../src/platform/environment";
import type { ServiceContext } from "../../src/services/service-context";
import { migratedSqlite } from "./migrated-sqlite";
import { keepNoHours } from "./no-hours";
import { databaseFolder } from "./test-run";

/** A small council: two services below a directorate, a manager for each, staff, and one person of every role. */
export const council = {
  teams: [
    { id: "team-places", name: "Places", parentId: null, managerIds: ["person-director"] },
    { id: "team-housing", name: "Housing", parentId: "team-places", managerIds: ["person-housing-manager"] },
    {
      id: "team-highways",
      name: "Highways",
      parentId: "team-places",
      managerIds: ["person-highways-manager"],
    },
  ] satisfies Team[],
  people: [
    person("person-it", "Iola Tudor", "team-places"),
    person("person-administrator", "Amir Khan", "team-places"),
    person("person-auditor", "Una Audley", "team-places"),
    person("person-director", "Dilys Rector", "team-places"),
    person("person-housing-manager", "Huw Housing", "team-housing"),
    person("person-highways-manager", "Hannah Highways", "team-highways"),
    person("person-staff", "Sioned Staff", "team-housing"),
    person("person-other", "Oliver Other", "team-highways"),
    { ...person("person-gone", "Gwen Gone", "team-housing"), active: false },
  ] satisfies Person[],
  roles: [
    { personId: "person-it", role: "Toolroll.ItManager" },
    { personId: "person-administrator", role: "Toolroll.Administrator" },
    { personId: "person-auditor", role: "Toolroll.Auditor" },
  ] satisfies { personId: string; role: Role }[],
};

export type Actor = (typeof council.people)[number]["id"];

/** The fields that tests look at in answers of many shapes; which of them are there is what the test asserts. */
export interface AnswerBody {
  readonly id: string;
  readonly etag: string;
  readonly items: AnswerBody[];
  readonly groups: AnswerBody[];
  readonly problems: AnswerBody[];
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly detail: string;
  readonly requestId: string;
  readonly [field: string]: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnswerBody;
}

export interface TestServer {
  readonly url: string;
  readonly context: ServiceContext;
  /** Calls as that person (or nobody); a plain object as body is sent as JSON, text and bytes as CSV. */
  as(
    personId: string | null,
  ): (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  stop(): Promise<void>;
}

/** The real server in this process, on a free port, with the small council in a database of its own. */
export async function startTestServer(
  options: StartOptions & { readonly databaseUrl?: string } = {},
): Promise<TestServer> {
  const folder = databaseFolder("test");
  const environment = parseEnvironment({
    AUTH: "local",
    HOST: "127.0.0.1",
    PORT: "0",
    PUBLIC_URL: "http://127.0.0.1:3978",
    DATABASE_URL: options.databaseUrl ?? (await migratedSqlite(join(folder, "toolroll.sqlite"))),
    TIME_ZONE: "Europe/London",
    LOG_LEVEL: "silent",
  });
  const { databaseUrl: _, ...startOptions } = options;
  const server = await startServer(environment, startOptions);
  await server.context.gateway.write(async (tx) => {
    await insertTeams(tx, council.teams);
    await insertPeople(tx, council.people);
    await setLocalRoles(tx, council.roles);
    await keepNoHours(tx);
  });
  return {
    url: server.url,
    context: server.context,
    as: (personId) => client(server.url, personId),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function client(url: string, personId: string | null) {
  let token: Promise<string> | undefined;
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    if (personId !== null) token ??= signIn(url, personId);
    const raw = typeof body === "string" || body instanceof Uint8Array;
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${await token}` }),
        ...(body !== undefined && { "Content-Type": raw ? "text/csv" : "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) as AnswerBody };
  };
}

export async function signIn(url: string, personId: string): Promise<string> {
  const response = await fetch(`${url}/local/sign-in`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ personId }),
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function person(id: string, name: string, teamId: string): Person {
  return { id, name, email: `${name.toLowerCase().replace(" ", ".")}@council.example`, teamId, active: true };
}
