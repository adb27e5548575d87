import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../platform/log";
import type { ServiceContext } from "../services/service-context";
import { installDue } from "../services/teams-app/app-installing";
import type { TeamsApp } from "../services/teams-app/teams-app";
import { type Job, repeat } from "./job";

const everyMs = 60_000;
/** What stands in the way of everybody is not gone in a minute. */
const heldMs = 15 * 60_000;

/** Installs the app for people whose questions wait because they do not have it. */
export function startInstalling(
  context: ServiceContext,
  { connection, manifestId }: TeamsApp,
  log: Log,
): Job {
  return repeat("install", log, everyMs, async (signal) => {
    const graph = { ...connection, rest: (ms: number) => pause(ms, undefined, { signal }) };
    const { asked, held } = await installDue(context, graph, manifestId);
    if (held !== null) log.warn({ held }, "the app is not installed for people by itself");
    if (held !== null) return heldMs;
    return asked > 0 ? 1_000 : everyMs;
  });
}
