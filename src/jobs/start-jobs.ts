import type { Log } from "../platform/log";
import type { GraphSyncer } from "../services/graph-sync/graph-sync-service";
import type { LicenceReference } from "../services/licence/licence-reference";
import type { Messenger } from "../services/messenger";
import type { ServiceContext } from "../services/service-context";
import { activityFeed, type FeedLinks } from "../services/teams-app/activity-feed";
import type { TeamsApp } from "../services/teams-app/teams-app";
import { startClosing } from "./close-job";
import { startFinding } from "./finding-job";
import { startInstalling } from "./install-job";
import type { Job } from "./job";
import { startNoting } from "./note-job";
import { startOutbox } from "./outbox-job";
import { startReminding } from "./reminder-job";
import { startRetention } from "./retention-job";
import { startAskingAgain } from "./series-job";
import { startSurveyClosing } from "./survey-job";
import { startSyncing } from "./sync-job";

interface JobOptions {
  readonly messenger: Messenger;
  readonly syncer: GraphSyncer;
  readonly reference: LicenceReference;
  /** Messages a second of all replicas together. */
  readonly sendRate: number;
  /** Null where Graph does nothing for the app in Teams. */
  readonly teamsApp: TeamsApp | null;
  /** Where lines in the activity feed lead. */
  readonly feedLinks: FeedLinks;
}

/** Everything that goes on by itself. */
export function startJobs(
  context: ServiceContext,
  log: Log,
  { messenger, syncer, reference, sendRate, teamsApp, feedLinks }: JobOptions,
): Job[] {
  const feed = teamsApp?.notifies ? activityFeed(teamsApp, feedLinks, context.clock, log) : null;
  return [
    startSyncing(syncer, log),
    startOutbox(context, messenger, log, sendRate, feed),
    ...(teamsApp?.installs ? [startInstalling(context, teamsApp, log)] : []),
    startClosing(context, log),
    startReminding(context, log),
    startAskingAgain(context, log),
    startSurveyClosing(context, log),
    startRetention(context, context.clock, log),
    startFinding(context, reference, log),
    startNoting(context, reference, log),
  ];
}
