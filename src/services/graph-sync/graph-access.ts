import { parseCron } from "../../domain/graph-sync/cron";
import type { SyncSchedule } from "../../domain/graph-sync/sync-due";
import type { UseRules } from "../../domain/licence/use-band";
import type { GraphConnection } from "../../graph/graph-caller";
import { graphTokens } from "../../graph/graph-tokens";
import { graphTransport } from "../../graph/graph-transport";
import type { Clock } from "../../platform/clock";
import { type Environment, EnvironmentError } from "../../platform/environment";
import { originsOf } from "../../platform/microsoft-origins";

/** What an operator can switch off. */
export interface Pulls {
  readonly signIns: boolean;
  readonly reports: boolean;
  readonly teams: boolean;
  readonly devices: boolean;
}

/** How this deployment reads Graph, and what of it. */
export interface GraphAccess {
  /** Null where no app registration is set up. */
  readonly connection: Omit<GraphConnection, "rest"> | null;
  readonly pulls: Pulls;
  readonly schedule: SyncSchedule;
  readonly rules: UseRules;
  readonly reportPeriod: string;
}

/** @throws EnvironmentError when the certificate of the app registration or the cron line cannot be used */
export function graphAccess(environment: Environment, clock: Clock): GraphAccess {
  const tokens = graphTokens(environment);
  return {
    connection: tokens && { tokens, transport: graphTransport(originsOf(environment).graph, tokens), clock },
    pulls: {
      signIns: environment.SYNC_SIGNIN !== "off",
      reports: environment.SYNC_REPORTS !== "off",
      teams: environment.SYNC_TEAMS !== "off",
      devices: environment.SYNC_DEVICES !== "off",
    },
    schedule: scheduleOf(environment),
    rules: { inactiveDays: environment.INACTIVE_DAYS, graceDays: environment.NEW_USER_GRACE_DAYS },
    reportPeriod: environment.REPORT_PERIOD,
  };
}

function scheduleOf(environment: Environment): SyncSchedule {
  const { SYNC_FULL_CRON: line, SYNC_DELTA_MINUTES: deltaMinutes = null, TIME_ZONE: timeZone } = environment;
  const full = line === undefined ? null : parseCron(line);
  if (line !== undefined && full === null) {
    throw new EnvironmentError(["SYNC_FULL_CRON must be a cron line whose time comes, like 0 3 * * *"]);
  }
  return { full, deltaMinutes, timeZone };
}
