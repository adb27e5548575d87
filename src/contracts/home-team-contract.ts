import { z } from "zod";
import { homeRuleKinds, mostHomeGroups } from "../domain/graph-sync/home-rule";
import { endpoint } from "./endpoint";
import { id, instantOut, listQuery, optionalLine, pageOf } from "./wire";

const count = z.number().int();

const group = z.object({
  id,
  name: z.string(),
  /** A team of Microsoft Teams. */
  team: z.boolean(),
  /** Who is in it is told only with `Member.Read.Hidden`. */
  hidden: z.boolean(),
  /** Null where that was not read, or is not told. */
  people: count.nullable(),
});
export type DirectoryGroupAnswer = z.output<typeof group>;

const rule = {
  by: z.enum(homeRuleKinds),
  /** Who is in several belongs to the first of them. */
  groupIds: z.array(id).max(mostHomeGroups),
};

const homeTeamAnswer = z.object({
  /** False while the product's own rule is in force. */
  own: z.boolean(),
  changedAt: instantOut.nullable(),
  changedByName: z.string().nullable(),
  ...rule,
  groups: z.array(group),
  /** How many groups there are to choose from; null while none were read. */
  groupsKnown: count.nullable(),
});
export type HomeTeamAnswer = z.output<typeof homeTeamAnswer>;

export const getHomeTeamRule = endpoint({
  method: "GET",
  path: "/api/settings/home-team",
  summary: "From where the sync takes people's home teams",
  response: homeTeamAnswer,
});

const preview = z.object({
  /** When people were read; null for never, and nothing is known then. */
  asOf: instantOut.nullable(),
  people: count,
  moved: count,
  /** Would move, but somebody put them where they are by hand. */
  byHand: count,
  /** Stay where an import put them, though the directory names another team. */
  elsewhere: count,
  without: count,
  teamsMade: z.array(z.string()),
  /** The twenty largest; `from` is null for people without a team. */
  moves: z.array(z.object({ from: z.string().nullable(), to: z.string(), people: count })),
  /** Chosen groups of which nobody knows yet who is in them. */
  unread: z.array(z.string()),
});
export type HomeTeamPreviewAnswer = z.output<typeof preview>;

export const previewHomeTeamRule = endpoint({
  method: "POST",
  path: "/api/settings/home-team/preview",
  summary: "What another rule for home teams would change, by what was read last; nothing is changed",
  body: z.strictObject(rule),
  response: preview,
});

export const changeHomeTeamRule = endpoint({
  method: "PUT",
  path: "/api/settings/home-team",
  summary:
    "Decide from where home teams come; the next sync moves people, but nobody who was put in a team by hand",
  body: z.strictObject({ ...rule, reason: optionalLine(500) }),
  response: homeTeamAnswer,
});

export const listDirectoryGroups = endpoint({
  method: "GET",
  path: "/api/directory-groups",
  summary: "Groups of Microsoft 365 as they were read last, by name",
  query: listQuery(["name"], {}),
  response: pageOf(group),
});
