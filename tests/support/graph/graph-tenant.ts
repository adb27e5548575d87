import { type GraphCouncil, graphCouncil } from "./council";
import type { GraphRecord } from "./council-people";

export const allPermissions = [
  "User.Read.All",
  "AuditLog.Read.All",
  "LicenseAssignment.Read.All",
  "Organization.Read.All",
  "GroupMember.Read.All",
  "DeviceManagementManagedDevices.Read.All",
  "Device.Read.All",
  "Reports.Read.All",
  "ReportSettings.Read.All",
] as const;

export interface GraphAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is, everything else as JSON. */
  readonly body: unknown;
}

/** What the stand-in knows, and what an administrator of the tenant could change. */
export class GraphTenant {
  readonly council: GraphCouncil;
  readonly permissions = new Set<string>(allPermissions);
  /** Where everybody stood at first; who came later stands nowhere. */
  readonly places: ReadonlyMap<string, number>;
  concealNames = false;
  /** Whose origin the links carry: both are legal. */
  linksAs: "real" | "loopback" = "real";
  /** Ids of people, in the order in which they changed. */
  readonly changes: string[] = [];
  /** Delta links from before this many changes have expired. */
  oldestDelta = 0;

  constructor(people: number) {
    this.council = graphCouncil(people);
    this.places = new Map([...this.council.people.keys()].map((id, place) => [id, place]));
  }

  change(id: string, fields: Readonly<Record<string, unknown>>): void {
    const person = this.council.people.get(id);
    this.council.people.set(id, { ...person, ...fields, id } as GraphRecord);
    this.changes.push(id);
  }

  remove(id: string): void {
    this.council.people.delete(id);
    this.changes.push(id);
  }
}
