import { type GraphCouncil, type GraphGroup, graphCouncil, type KnownPerson } from "./council";
import type { GraphRecord } from "./council-people";

export const allPermissions = [
  "User.Read.All",
  "AuditLog.Read.All",
  "LicenseAssignment.Read.All",
  "Organization.Read.All",
  "GroupMember.Read.All",
  "Member.Read.Hidden",
  "DeviceManagementManagedDevices.Read.All",
  "Device.Read.All",
  "Reports.Read.All",
  "ReportSettings.Read.All",
  "ServiceMessage.Read.All",
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
  /** Accounts that can still be restored, with what they showed last. */
  readonly deleted = new Map<string, GraphRecord>();
  readonly permissions = new Set<string>(allPermissions);
  /** Where everybody stood at first; who came later stands nowhere. */
  readonly places: ReadonlyMap<string, number>;
  concealNames = false;
  /** People may not read the details of their own licences without a role in the directory. */
  detailsNeedRole = false;
  /** Whose origin the links carry: both are legal. */
  linksAs: "real" | "loopback" = "real";
  /** Ids of people, in the order in which they changed. */
  readonly changes: string[] = [];
  /** Delta links from before this many changes have expired. */
  oldestDelta = 0;

  constructor(people: number | readonly KnownPerson[]) {
    this.council = graphCouncil(people);
    this.places = new Map([...this.council.people.keys()].map((id, place) => [id, place]));
  }

  change(id: string, fields: Readonly<Record<string, unknown>>): void {
    const person = this.council.people.get(id);
    this.council.people.set(id, { ...person, ...fields, id } as GraphRecord);
    this.changes.push(id);
  }

  /** Groups come without a delta: the next whole reading finds them changed. */
  changeGroup(id: string, fields: Partial<GraphGroup>): void {
    const { groups } = this.council;
    const at = groups.findIndex((group) => group.id === id);
    const changed = { ...groups[at], ...fields, id } as GraphGroup;
    if (at < 0) groups.push(changed);
    else groups[at] = changed;
  }

  changeDevice(id: string, fields: Readonly<Record<string, unknown>>): void {
    const { managedDevices } = this.council;
    const at = managedDevices.findIndex((device) => device.id === id);
    const changed = { ...managedDevices[at], ...fields, id };
    if (at < 0) managedDevices.push(changed);
    else managedDevices[at] = changed;
  }

  remove(id: string): void {
    const person = this.council.people.get(id);
    if (person !== undefined) this.deleted.set(id, person);
    this.council.people.delete(id);
    this.changes.push(id);
  }
}
