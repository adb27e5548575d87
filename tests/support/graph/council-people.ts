import { idFrom, type RandomSource } from "../builders";
import { suites } from "./council-skus";

/** A user as Graph writes one; `$select` picks from these. */
export type GraphRecord = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Department {
  readonly groupId: string;
  readonly name: string;
  /** As clerks typed it over the years. */
  readonly spellings: readonly (string | null)[];
}

const names = ["Housing", "Planning", "Adult Social Care", "Libraries", "Finance", "Highways", "Leisure"];

export const departments: readonly Department[] = names.map((name) => ({
  groupId: idFrom(`group ${name}`),
  name,
  spellings: [name, name, name, name.toUpperCase(), `${name} `, ` ${name}`],
}));

/** The day of the stand-in's data; its clock never moves. */
export const councilDay = "2026-11-20";
const begun = Date.parse(`${councilDay}T06:00:00Z`);

const daysAgo = (days: number) => `${new Date(begun - days * 86_400_000).toISOString().slice(0, 19)}Z`;

/** The `index`th of the council's people; the same for every size of council, but for the licences. */
export function councilPerson(index: number, random: RandomSource): GraphRecord {
  const department = index % 29 === 7 ? null : (departments[index % departments.length] as Department);
  const guest = index % 40 === 39;
  const address = `person.${index}@llanfair.example`;
  return {
    id: idFrom(`graph person ${index}`),
    displayName: displayName(index),
    userPrincipalName: guest
      ? `guest.${index}_partner.example#EXT#@llanfair.example`
      : address.replace("p", "P"),
    mail: guest ? `guest.${index}@partner.example` : address,
    department: department === null ? random.pick([null, "", "  "]) : random.pick(department.spellings),
    jobTitle: index % 50 === 0 ? "Head of Service" : "Officer",
    accountEnabled: index % 17 !== 5,
    userType: guest ? "Guest" : "Member",
    createdDateTime: index % 90 === 3 ? daysAgo(10) : daysAgo(400 + (index % 1_500)),
    manager: managerOf(index),
    ...licences(index),
    ...signIns(index, random),
  };
}

function displayName(index: number): string {
  if (index % 97 === 11) return '=HYPERLINK("http://x")';
  if (index % 97 === 12) return "<b>Siân</b> O'Connor";
  return index % 97 < 3 ? "Ann Jones" : `Person ${index}`;
}

/** The first person of each department leads it and answers to the very first. */
function managerOf(index: number): { readonly id: string } | undefined {
  if (index === 0) return undefined;
  const leader = index < departments.length ? 0 : index % departments.length;
  return { id: idFrom(`graph person ${leader}`) };
}

/** Twice the same licence, by group and by hand, is one seat; a row that says Error is none. */
function licences(index: number) {
  const suite = suites[index % 3 === 0 ? "e5" : index % 3 === 1 ? "e3" : "f3"];
  const held = [
    suite,
    ...(index % 10 === 0 ? [suites.visio] : []),
    ...(index % 4 === 0 ? [suites.flow] : []),
  ];
  const states = held.map((skuId) => assignment(skuId, index % 5 === 0 ? null : idFrom("licence group")));
  if (index % 20 === 0) states.push(assignment(suite, idFrom("licence group")));
  if (index % 33 === 0)
    states.push({ ...assignment(suites.exchange, null), state: "Error", error: "CountViolation" });
  return {
    assignedLicenses: held.map((skuId) => ({ skuId, disabledPlans: [] })),
    licenseAssignmentStates: states,
  };
}

function assignment(skuId: string, assignedByGroup: string | null) {
  return {
    skuId,
    assignedByGroup,
    disabledPlans: [],
    state: "Active",
    error: "None",
    lastUpdatedDateTime: daysAgo(300),
  };
}

function signIns(index: number, random: RandomSource) {
  if (index % 13 === 4) return {};
  const last = random.weighted([
    [random.between(0, 29), 6],
    [random.between(31, 89), 2],
    [random.between(91, 300), 2],
  ] as const);
  return {
    signInActivity: {
      lastSignInDateTime: index % 6 === 0 ? "0001-01-01T00:00:00Z" : daysAgo(last),
      lastNonInteractiveSignInDateTime: index % 6 === 0 ? daysAgo(last) : null,
      lastSuccessfulSignInDateTime: daysAgo(last),
    },
  };
}
