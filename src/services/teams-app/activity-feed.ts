import { GraphNotPermitted } from "../../graph/graph-problem";
import { sendActivityNotice } from "../../graph/graph-teams-app";
import type { Clock } from "../../platform/clock";
import { failureOf } from "../../platform/failure";
import type { Log } from "../../platform/log";
import type { SentMessage } from "../outbox-service";
import type { FeedPage } from "../outgoing-messages";
import type { TeamsApp } from "./teams-app";

/** As the manifest names them. */
const activityTypes: Readonly<Record<FeedPage, string>> = {
  "my-kit": "questionAsked",
  renewals: "renewalNear",
  contracts: "renewalNear",
  findings: "findingsListed",
  rollouts: "blockersWaiting",
};
/** After Graph has said that it is not allowed, nobody asks again for so long. */
const notPermittedMs = 15 * 60_000;
const longestTitle = 120;

/** Where Teams opens each page. */
export type FeedLinks = Readonly<Record<FeedPage, string>>;

/** Puts a line into somebody's activity feed that leads to what they were sent about. Never fails: the message has gone already. */
export type ActivityFeed = (sent: SentMessage) => Promise<void>;

export function activityFeed(
  { connection }: TeamsApp,
  links: FeedLinks,
  clock: Clock,
  log: Log,
): ActivityFeed {
  let quietUntil = 0;
  const graph = { ...connection, rest: async () => {} };
  return async ({ personId, title, page }) => {
    if (clock.now().getTime() < quietUntil) return;
    const [preview, topic] = [title.slice(0, longestTitle), "Toolroll"];
    try {
      await sendActivityNotice(graph, {
        ...{ personId, activityType: activityTypes[page], preview, link: links[page], topic },
        parameters: { title: preview },
      });
    } catch (error) {
      if (error instanceof GraphNotPermitted) quietUntil = clock.now().getTime() + notPermittedMs;
      log.warn({ ...failureOf(error), personId }, "a line in the activity feed was not written");
    }
  };
}
