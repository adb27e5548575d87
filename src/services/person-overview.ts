import { type CustodyEntry, custodyOf } from "../database/stores/custody-store";
import { managedTeams, type PersonView, personView } from "../database/stores/person-view-store";
import { findTeam } from "../database/stores/team-store";
import type { Caller } from "../domain/permission";
import { present } from "./device-overview";
import { type HistoryRequest, type RecordHistory, recordHistory } from "./record-history";
import type { ServiceContext } from "./service-context";

export interface PersonOverview extends PersonView {
  readonly manages: readonly { readonly id: string; readonly name: string }[];
}

/** Who somebody is. @throws Refusal not-found for a person out of scope */
export function getPerson(context: ServiceContext, caller: Caller, id: string): Promise<PersonOverview> {
  return context.gateway.read(async (reader) => {
    const person = await present(personView(reader, id, caller.scope));
    return { ...person, manages: await managedTeams(reader, id) };
  });
}

/** What was recorded of the person themselves. @throws Refusal not-found for a person out of scope */
export function personHistory(
  context: ServiceContext,
  caller: Caller,
  id: string,
  page: HistoryRequest,
): Promise<RecordHistory> {
  return context.gateway.read(async (reader) => {
    await present(personView(reader, id, caller.scope));
    return recordHistory(reader, caller.scope, { kind: "person", id }, page);
  });
}

/** What the person was given and gave back, newest first. @throws Refusal not-found for a person out of scope */
export function personCustody(
  context: ServiceContext,
  caller: Caller,
  id: string,
  page: HistoryRequest,
): Promise<CustodyEntry[]> {
  return context.gateway.read(async (reader) => {
    await present(personView(reader, id, caller.scope));
    return custodyOf(reader, caller.scope, id, page);
  });
}

/** What was recorded of the team. @throws Refusal not-found for a team out of scope */
export function teamHistory(
  context: ServiceContext,
  caller: Caller,
  id: string,
  page: HistoryRequest,
): Promise<RecordHistory> {
  return context.gateway.read(async (reader) => {
    await present(findTeam(reader, id, caller.scope));
    return recordHistory(reader, caller.scope, { kind: "team", id }, page);
  });
}
