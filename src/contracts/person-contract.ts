import { z } from "zod";
import { rights, roles } from "../domain/permission";
import { personSorts } from "../domain/person";
import { endpoint, idParams } from "./endpoint";
import { historyEndpoint, historyQuery } from "./history-contract";
import { id, instantOut, line, listQuery, optionalLine, pageOf } from "./wire";

const person = z.object({
  id,
  name: z.string(),
  email: z.string(),
  teamId: z.string().nullable(),
  active: z.boolean(),
});
export type PersonAnswer = z.output<typeof person>;

const listedPerson = person.extend({
  /** Devices in their name that the caller may see. */
  devices: z.number().int(),
});
export type ListedPersonAnswer = z.output<typeof listedPerson>;

const me = z.object({
  person: z.object({
    id,
    name: z.string(),
    email: z.string(),
    teamId: z.string().nullable(),
    teamName: z.string().nullable(),
  }),
  roles: z.array(z.enum(roles)),
  managedTeamIds: z.array(z.string()),
  can: z.record(z.enum(rights), z.boolean()),
});
export type MeAnswer = z.output<typeof me>;

export const getMe = endpoint({
  method: "GET",
  path: "/api/me",
  summary: "Who the caller is and what they may do",
  response: me,
});

export const listPeople = endpoint({
  method: "GET",
  path: "/api/people",
  summary: "People in the caller's scope",
  query: listQuery(personSorts, {
    team: id.optional(),
    /** Of the teams below the named one too. */
    below: z.stringbool().optional(),
    active: z.stringbool().optional(),
  }),
  response: pageOf(listedPerson),
});

const personDetails = person.extend({
  teamName: z.string().nullable(),
  manages: z.array(z.object({ id, name: z.string() })),
});
export type PersonDetailsAnswer = z.output<typeof personDetails>;

export const getPerson = endpoint({
  method: "GET",
  path: "/api/people/{id}",
  summary: "One person, with their team and the teams they manage",
  params: idParams,
  response: personDetails,
});

export const getPersonHistory = historyEndpoint(
  "/api/people/{id}/history",
  "Who changed what the directory knows of the person, when, from what to what; newest first",
);

const custody = z.object({
  id,
  at: instantOut,
  actorName: z.string().nullable(),
  door: z.string(),
  /** Else it was taken back from them, or passed on. */
  received: z.boolean(),
  deviceId: z.string(),
  /** Null when the device is gone, or is not for the caller to see any more. */
  assetTag: z.string().nullable(),
  model: z.string().nullable(),
});
export type CustodyAnswer = z.output<typeof custody>;

export const listCustody = endpoint({
  method: "GET",
  path: "/api/people/{id}/custody",
  summary: "Which devices the person was given and gave back, newest first",
  params: idParams,
  query: historyQuery,
  response: z.object({ items: z.array(custody), nextCursor: z.string().nullable() }),
});

const team = z.object({
  id,
  name: z.string(),
  parentId: z.string().nullable(),
  managerIds: z.array(z.string()),
  etag: z.string(),
});
export type TeamAnswer = z.output<typeof team>;

export const listTeams = endpoint({
  method: "GET",
  path: "/api/teams",
  summary: "Teams in the caller's scope",
  query: listQuery(["name"], { parent: id.optional() }),
  response: pageOf(team),
});

export const getTeam = endpoint({
  method: "GET",
  path: "/api/teams/{id}",
  summary: "One team",
  params: idParams,
  response: team,
});

export const createTeam = endpoint({
  method: "POST",
  path: "/api/teams",
  summary: "Add a team",
  body: z.strictObject({
    name: line(200),
    parentId: id.nullable().optional(),
    managerIds: z.array(id).max(50).optional(),
  }),
  response: team,
  status: 201,
});

export const changeTeam = endpoint({
  method: "PATCH",
  path: "/api/teams/{id}",
  summary: "Change a team",
  params: idParams,
  body: z.strictObject({
    name: line(200).optional(),
    parentId: id.nullable().optional(),
    managerIds: z.array(id).max(50).optional(),
    reason: optionalLine(500),
  }),
  response: team,
  ifMatch: true,
});
