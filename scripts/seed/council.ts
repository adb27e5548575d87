import type { AuditEvent } from "../../src/domain/audit-event";
import type { Device } from "../../src/domain/device";
import type { Role } from "../../src/domain/permission";
import type { Person } from "../../src/domain/person";
import type { Team } from "../../src/domain/team";
import { type CouncilApplications, councilApplications } from "./council-applications";
import { type CouncilCourses, councilCourses, courseHistory } from "./council-courses";
import { councilDevices } from "./council-devices";
import { councilHistory } from "./council-history";
import { councilPeople, withManagers } from "./council-people";
import { type CouncilRollouts, councilRollouts, rolloutHistory } from "./council-rollouts";
import { type CouncilStockTakes, councilStockTakes, stockTakeHistory } from "./council-stock-takes";
import { type CouncilSurveys, councilSurveys, surveyHistory } from "./council-surveys";
import { councilTeams } from "./council-teams";
import { fixedPeople } from "./fixed-people";

export interface CouncilSize {
  readonly people: number;
  readonly devices: number;
  readonly seed: number;
  /** The day that all dates are relative to. */
  readonly now: Date;
}

export interface Council
  extends CouncilApplications,
    CouncilStockTakes,
    CouncilRollouts,
    CouncilCourses,
    CouncilSurveys {
  readonly now: Date;
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly roles: readonly { readonly personId: string; readonly role: Role }[];
  readonly devices: readonly Device[];
  /** Of the devices, applications, stock-takes and rollouts, oldest first. */
  readonly history: readonly AuditEvent[];
}

/** The fictional Llanfair Council. The same size, seed and day give the same council to the last id. */
export function buildCouncil(size: CouncilSize): Council {
  const { seed, now } = size;
  const bareTeams = councilTeams(size.people, seed);
  const people = councilPeople(size.people, bareTeams, seed);
  const teams = withManagers(bareTeams, people);
  const devices = councilDevices(size.devices, people, teams, seed, now);
  const roles = fixedPeople.flatMap(({ id, role }) => (role ? [{ personId: id, role }] : []));
  const systems = councilApplications(people, teams, seed, now);
  const counts = councilStockTakes(devices, teams, now);
  const plans = councilRollouts({ devices, applications: systems.applications, people, teams, now });
  const place = { applications: systems.applications, people, teams, now };
  const [learning, surveys] = [councilCourses(place), councilSurveys({ ...place, seed })];
  const history = [
    ...councilHistory(devices, systems.applications, now),
    ...stockTakeHistory(counts.stockTakes),
    ...rolloutHistory(plans.rollouts),
    ...courseHistory(learning.courses),
    ...surveyHistory(surveys.runs),
  ].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return {
    now,
    teams,
    people,
    roles,
    devices,
    ...systems,
    ...counts,
    ...plans,
    ...learning,
    ...surveys,
    history,
  };
}
