import { GraphNotPermitted } from "../../graph/graph-problem";
import { sendActivityNotice } from "../../graph/graph-teams-app";
import type { Clock } from "../../platform/clock";
import { failureOf } from "../../platform/failure";
import type { Log } from "../../platform/log";
import type { SentQuestion } from "../outbox-service";
import type { TeamsApp } from "./teams-app";

/** As the manifest names it. */
const activityType = "questionAsked";
/** After Graph has said that it is not allowed, nobody asks again for so long. */
const notPermittedMs = 15 * 60_000;
const longestTitle = 120;

/** Puts a line into somebody's activity feed that leads to their questions. Never fails: the message has gone already. */
export type ActivityFeed = (sent: SentQuestion) => Promise<void>;

/** @param link to My kit, as Teams opens it */
export function activityFeed({ connection }: TeamsApp, link: string, clock: Clock, log: Log): ActivityFeed {
  let quietUntil = 0;
  const graph = { ...connection, rest: async () => {} };
  return async ({ personId, title }) => {
    if (clock.now().getTime() < quietUntil) return;
    const [preview, topic] = [title.slice(0, longestTitle), "Toolroll"];
    try {
      await sendActivityNotice(graph, {
        ...{ personId, activityType, preview, link, topic },
        parameters: { title: preview },
      });
    } catch (error) {
      if (error instanceof GraphNotPermitted) quietUntil = clock.now().getTime() + notPermittedMs;
      log.warn({ ...failureOf(error), personId }, "a line in the activity feed was not written");
    }
  };
}
