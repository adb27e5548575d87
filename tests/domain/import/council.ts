import { type Device, type DeviceDraft, register } from "../../../src/domain/device";
import type { Person } from "../../../src/domain/person";
import type { Team } from "../../../src/domain/team";

export const teams: readonly Team[] = [
  { id: "t-res", name: "Resources", parentId: null, managerIds: [] },
  { id: "t-it", name: "Digital and IT", parentId: "t-res", managerIds: ["p-megan"] },
  { id: "t-pay", name: "Payroll", parentId: "t-res", managerIds: [] },
  { id: "t-place", name: "Place", parentId: null, managerIds: [] },
  { id: "t-place-pay", name: "Payroll", parentId: "t-place", managerIds: [] },
];

export const people: readonly Person[] = [
  person("p-megan", "Megan Price", "megan.price@council.example", "t-it"),
  person("p-owen", "Owen Hughes", "owen.hughes@council.example", "t-pay"),
  person("p-jones-1", "Alun Jones", "alun.jones@council.example", "t-pay"),
  person("p-jones-2", "Alun Jones", "alun.jones2@council.example", "t-it"),
  { ...person("p-left", "Rhys Left", "rhys.left@council.example", null), active: false },
];

function person(id: string, name: string, email: string, teamId: string | null): Person {
  return { id, name, email, teamId, active: true };
}

export function device(id: string, assetTag: string, more: Partial<DeviceDraft> = {}): Device {
  return register({ assetTag, type: "laptop", ...more }, id, "tab");
}
