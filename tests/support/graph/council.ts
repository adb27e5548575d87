import { idFrom, randomFrom } from "../builders";
import { councilPerson, departments, type GraphRecord } from "./council-people";
import { councilSkus, councilSubscriptions } from "./council-skus";
import { serviceMessages } from "./service-messages";

export interface GraphGroup extends GraphRecord {
  readonly memberIds: readonly string[];
  readonly ownerIds: readonly string[];
}

/** A whole tenant, the same for the same number of people; what is a Map changes between two syncs. */
export interface GraphCouncil {
  readonly people: Map<string, GraphRecord>;
  readonly groups: GraphGroup[];
  readonly skus: readonly GraphRecord[];
  readonly subscriptions: readonly GraphRecord[];
  readonly managedDevices: GraphRecord[];
  readonly devices: readonly GraphRecord[];
  /** Of the message center. */
  readonly messages: GraphRecord[];
}

/** Somebody whom a register knows already. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly department: string | null;
  readonly active: boolean;
}

/** @param who how many people of its own, or whom else */
export function graphCouncil(who: number | readonly KnownPerson[]): GraphCouncil {
  const random = randomFrom("graph council");
  const people =
    typeof who === "number"
      ? Array.from({ length: who }, (_none, index) => councilPerson(index, random))
      : who.map((known, index) => knownPerson(known, councilPerson(index, random)));
  const size = people.length;
  const skus = councilSkus(size, (skuId) => people.filter((person) => holds(person, skuId)).length);
  const managedDevices = people.flatMap((person, index) => managedDevice(person, index));
  return {
    people: new Map(people.map((person) => [person.id, person])),
    groups: groupsOf(people),
    skus,
    subscriptions: councilSubscriptions(skus),
    managedDevices,
    messages: serviceMessages(),
    devices: managedDevices.map(({ azureADDeviceId }) => ({
      id: idFrom(`object of ${azureADDeviceId}`),
      deviceId: azureADDeviceId,
      approximateLastSignInDateTime: "2026-11-19T08:00:00Z",
      isManaged: true,
    })),
  };
}

/** With the licences and the use of somebody else. */
function knownPerson({ id, name, email, department, active }: KnownPerson, like: GraphRecord): GraphRecord {
  const named = { id, displayName: name, userPrincipalName: email, mail: email, department };
  return { ...like, ...named, accountEnabled: active, userType: "Member", manager: undefined };
}

export function holds(person: GraphRecord, skuId: string): boolean {
  return (person.assignedLicenses as readonly { skuId: string }[]).some((each) => each.skuId === skuId);
}

function groupsOf(people: readonly GraphRecord[]): GraphGroup[] {
  const teams = departments.map(({ groupId, name }, place) => {
    const members = people.filter((_person, index) => index % departments.length === place);
    return {
      id: groupId,
      displayName: name,
      visibility: name === "Adult Social Care" ? "HiddenMembership" : "Private",
      resourceProvisioningOptions: ["Team"],
      memberIds: members.map(({ id }) => id),
      ownerIds: name === "Libraries" ? [] : members.slice(0, 1).map(({ id }) => id),
    };
  });
  // Gives licences away; nobody's team.
  const licensing = {
    id: idFrom("licence group"),
    displayName: "Licences Microsoft 365",
    visibility: null,
    resourceProvisioningOptions: [],
    memberIds: people.slice(0, 5).map(({ id }) => id),
    ownerIds: [],
  };
  return [...teams, licensing];
}

const badSerials = ["", "0", "Default string", "To be filled by O.E.M.", "System Serial Number"];

/** Most have one laptop; some enrolled it twice, and some makers left no serial. */
function managedDevice(person: GraphRecord, index: number): GraphRecord[] {
  if (person.userType === "Guest") return [];
  const serialNumber =
    index % 31 === 9 ? badSerials[index % badSerials.length] : `PF${String(index).padStart(6, "0")}`;
  const device = {
    id: idFrom(`intune ${index}`),
    azureADDeviceId:
      index % 37 === 2 ? "00000000-0000-0000-0000-000000000000" : idFrom(`entra device ${index}`),
    userId: index % 41 === 3 ? "" : person.id,
    userPrincipalName: person.userPrincipalName,
    deviceName: `LL-${index}`,
    serialNumber,
    lastSyncDateTime: "2026-11-19T08:00:00Z",
    enrolledDateTime: "2024-02-01T09:00:00Z",
    complianceState: index % 12 === 1 ? "noncompliant" : "compliant",
    operatingSystem: "Windows",
    osVersion: "10.0.26100.2314",
    manufacturer: "Lenovo",
    model: "ThinkPad L14",
    managedDeviceOwnerType: "company",
    isEncrypted: true,
  };
  const again = { ...device, id: idFrom(`intune ${index} again`), lastSyncDateTime: "2025-01-09T08:00:00Z" };
  return index % 53 === 8 ? [again, device] : [device];
}
