import { z } from "zod";
import { applicationKinds, criticalities, lifecycles } from "../domain/application/application";
import { uses } from "../domain/application/team-use";
import { deviceStatuses, deviceTypes } from "../domain/device";
import { teamGapKinds } from "../domain/team-gap";
import { endpoint, idParams } from "./endpoint";
import { historyEndpoint } from "./history-contract";
import { id } from "./wire";

const named = z.object({ id, name: z.string() });

const evidence = z.object({
  kind: z.enum(["device", "person", "team", "application"]),
  id,
  title: z.string(),
  /** Who holds it or what model it is; what replaces it. */
  about: z.string().nullable(),
  /** The day that makes it a gap; null where there never was one. */
  since: z.string().nullable(),
});

const gap = z.object({
  kind: z.enum(teamGapKinds),
  count: z.number().int(),
  /** Of many, the first fifty. */
  evidence: z.array(evidence),
});
export type TeamGapAnswer = z.output<typeof gap>;

const application = named.extend({
  kind: z.enum(applicationKinds),
  lifecycle: z.enum(lifecycles).nullable(),
  uses: z.array(z.enum(uses)),
  /** The highest that one of the teams gives it; null when none says. */
  criticality: z.enum(criticalities).nullable(),
  /** People who use it; null when one of the teams does not know. */
  users: z.number().int().nullable(),
  /** How many of the counted teams use it. */
  teams: z.number().int(),
});
export type TeamApplicationAnswer = z.output<typeof application>;

const overview = z.object({
  team: named.extend({ parentId: z.string().nullable() }),
  /** From the top down to the team above. */
  above: z.array(named),
  managers: z.array(named.extend({ email: z.string() })),
  /** Teams below it, whether they are counted in or not. */
  teamsBelow: z.number().int(),
  people: z.object({
    active: z.number().int(),
    left: z.number().int(),
    withoutDevice: z.number().int(),
  }),
  devices: z.object({
    total: z.number().int(),
    byStatus: z.array(z.object({ status: z.enum(deviceStatuses), count: z.number().int() })),
    byType: z.array(z.object({ type: z.enum(deviceTypes), count: z.number().int() })),
    /** Held by somebody and not confirmed for a year. */
    unconfirmed: z.number().int(),
    outOfWarranty: z.number().int(),
    /** Not archived, and nobody entered when the warranty ends. */
    warrantyUnknown: z.number().int(),
  }),
  applications: z.array(application),
  /** Seats are known only once Microsoft Graph was read. */
  licences: z.object({
    state: z.enum(["not-synced", "synced"]),
    /** What the counted people hold, the most held first; `unused` is null for who may not see how licences are used. */
    items: z.array(
      z.object({
        skuId: id,
        productName: z.string(),
        held: z.number().int(),
        unused: z.number().int().nullable(),
      }),
    ),
  }),
  /** What is being rolled out to the team. */
  rollouts: z.object({
    state: z.enum(["none", "planned"]),
    /** By name; who is exempt is not counted. */
    items: z.array(
      named.extend({
        people: z.number().int(),
        confirmed: z.number().int(),
        blocked: z.number().int(),
      }),
    ),
  }),
  gaps: z.array(gap),
});
export type TeamOverviewAnswer = z.output<typeof overview>;

export const getTeamHistory = historyEndpoint(
  "/api/teams/{id}/history",
  "Who changed the team, when, from what to what; newest first",
);

export const getTeamOverview = endpoint({
  method: "GET",
  path: "/api/teams/{id}/overview",
  summary: "Everything that one team has, and what is missing; for who looks after it",
  params: idParams,
  query: z.strictObject({ below: z.stringbool().default(true) }),
  response: overview,
});
