import { once } from "node:events";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInstance } from "i18next";
import { v7 } from "uuid";
import { createBot } from "../bot/create-bot";
import { createApp } from "./api/app";
import { consentRedirect } from "./api/consent-redirect";
import { entraDoor } from "./api/entra-door";
import { closeGracefully } from "./api/graceful-close";
import type { Route } from "./api/handle";
import { healthRoutes } from "./api/health-routes";
import { httpServer } from "./api/http-server";
import { localDoor } from "./api/local-guard";
import { localRoutes } from "./api/local-routes";
import { type Limits, localLimits, personLimits, rateLimit } from "./api/rate-limit";
import { apiRoutes } from "./api/routes";
import { tabFiles } from "./api/tab-files";
import { unreadableRequest } from "./api/unreadable-request";
import { resources, type Translate } from "./contracts/text/catalogue";
import { openGateway } from "./database/data-source";
import { graphOnBehalf } from "./graph/graph-on-behalf";
import type { Job } from "./jobs/job";
import { startJobs } from "./jobs/start-jobs";
import { type Clock, systemClock } from "./platform/clock";
import { type Environment, EnvironmentError, parseEnvironment } from "./platform/environment";
import { readSettings } from "./platform/environment-file";
import { newId, randomBits } from "./platform/ids";
import { createLog, type Log } from "./platform/log";
import { callersOf } from "./services/caller-service";
import { loadBankHolidays } from "./services/check-in/bank-holidays";
import { graphAccess } from "./services/graph-sync/graph-access";
import { graphSyncer } from "./services/graph-sync/graph-sync-service";
import { licenceReference } from "./services/licence/licence-reference";
import { myLicences } from "./services/licence/my-licences";
import { applyShippedRules } from "./services/lifecycle-service";
import { getSendingHold } from "./services/sending-hold-service";
import { sendingPausedSince } from "./services/sending-pause-service";
import type { ServiceContext } from "./services/service-context";
import { teamsAppOf } from "./services/teams-app/teams-app";

export interface RunningServer {
  readonly url: string;
  readonly context: ServiceContext;
  /** Takes no more requests, finishes what is under way, frees what it holds. */
  stop(): Promise<void>;
}

const above = join(__dirname, "..");
/** Above the sources as they are, and three floors up once they are built. */
const root = existsSync(join(above, "package.json")) ? above : join(above, "..", "..");
const data = join(root, "data");
/** After a signal: what is asked is answered within this, and the process is gone within that. */
const answerWithinMs = 15_000;
const goneWithinMs = 19_000;

/** What only tests and benchmarks ask for; no setting reaches these. */
export interface StartOptions {
  readonly clock?: Clock;
  readonly tabFolder?: string;
  readonly limits?: Partial<Limits>;
}

/** Builds everything, once, and listens. */
export async function startServer(
  environment: Environment,
  options: StartOptions = {},
): Promise<RunningServer> {
  const log = createLog(environment.LOG_LEVEL);
  const answerMemoryBytes = environment.ANSWER_MEMORY_MB * 1024 * 1024;
  const gateway = await openGateway(environment.DATABASE_URL, { answerMemoryBytes }).catch((fault: Error) => {
    throw new EnvironmentError([fault.message]);
  });
  const bankHolidays = await loadBankHolidays(join(data, "bank-holidays.csv"));
  const calendar = { timeZone: environment.TIME_ZONE, bankHolidays };
  const licences = await licenceReference(environment, data);
  const clock = options.clock ?? systemClock;
  const context: ServiceContext = {
    ...{ gateway, clock, newId, calendar, licences },
    newIdInTime: () => v7({ rng: randomBits }),
    sendRate: environment.SEND_RATE_PER_SECOND,
  };
  await applyShippedRules(context);
  const translate = await translator();
  const bot = createBot({
    auth: environment.AUTH === "local" ? "local" : environment,
    services: context,
    clock: context.clock,
    translate,
    publicUrl: environment.PUBLIC_URL,
    teamsAppId: environment.AUTH === "entra" ? (environment.TEAMS_APP_ID ?? null) : null,
    timeZone: environment.TIME_ZONE,
    log,
  });
  const access = graphAccess(environment, context.clock);
  const syncer = graphSyncer(context, access, log);
  const onBehalf = environment.AUTH === "entra" ? graphOnBehalf(environment, clock) : null;
  const { keys, ...doors } = doorsOf(environment, context, log, [
    ...apiRoutes({
      context,
      reference: licences,
      myLicences: myLicences(context, licences, onBehalf),
      syncer,
      connected: access.connection !== null,
      messenger: bot.messenger,
      publicUrl: environment.PUBLIC_URL,
      log,
    }),
  ]);
  const app = createApp({
    ...doors,
    count: rateLimit({
      ...(environment.AUTH === "local" ? localLimits : personLimits),
      ...options.limits,
    }),
    bot: bot.router,
    health: healthRoutes({
      database: () => gateway.ping(),
      sendingPausedSince: () => sendingPausedSince(context),
      sendingHeldSince: async () => (await getSendingHold(context))?.since ?? null,
      keys: { ...keys, ...(bot.keys && { bot: bot.keys }) },
    }),
    tab: tabFiles(options.tabFolder ?? join(root, "dist", "tab"), isSecure(environment)),
    translate,
    log,
    publicUrl: environment.PUBLIC_URL,
    secure: isSecure(environment),
  });
  const server = httpServer(app);
  server.on("clientError", unreadableRequest(translate, log, isSecure(environment)));
  await listen(server, environment).catch(async (fault) => {
    await gateway.close();
    throw fault;
  });
  const sendRate = environment.SEND_RATE_PER_SECOND;
  const jobs = startJobs(context, log, {
    ...bot,
    syncer,
    reference: licences,
    sendRate,
    teamsApp: teamsAppOf(environment, access),
  });
  return {
    url: addressOf(server, environment),
    context,
    stop: () => stop(server, jobs, context),
  };
}

function doorsOf(environment: Environment, context: ServiceContext, log: Log, routes: readonly Route[]) {
  if (environment.AUTH === "entra") {
    const { guard, keys } = entraDoor(environment, context, log);
    return { routes, guard, keys: { tab: keys }, consent: consentRedirect(environment) };
  }
  const door = localDoor(callersOf(context));
  return { routes: [...routes, ...localRoutes(context, door)], guard: door.guard, keys: {} };
}

async function translator(): Promise<Translate> {
  const i18n = createInstance();
  await i18n.init({
    resources: resources(),
    fallbackLng: "en",
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  return (language, key, params) => i18n.t(key, { ...params, lng: language });
}

function isSecure(environment: Environment): boolean {
  return environment.PUBLIC_URL.startsWith("https:");
}

async function listen(server: Server, environment: Environment): Promise<void> {
  server.listen(environment.PORT, environment.HOST);
  await once(server, "listening");
}

function addressOf(server: Server, environment: Environment): string {
  const { port } = server.address() as AddressInfo;
  const host = environment.HOST.includes(":") ? `[${environment.HOST}]` : environment.HOST;
  return `http://${host}:${port}`;
}

async function stop(server: Server, jobs: readonly Job[], context: ServiceContext): Promise<void> {
  await Promise.all([...jobs.map((job) => job.stop()), closeGracefully(server, answerWithinMs)]);
  await context.gateway.close();
}

async function main(): Promise<void> {
  const at = process.argv.indexOf("--env");
  const name = at > 0 ? (process.argv[at + 1] ?? null) : null;
  const environment = parseEnvironment(readSettings(join(root, "env"), name, process.env));
  const server = await startServer(environment);
  process.stdout.write(`Toolroll is listening on ${server.url}\n`);
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), goneWithinMs).unref();
      server.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

if (require.main === module) {
  main().catch((fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exit(1);
  });
}
