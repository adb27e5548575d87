import { fits } from "../../src/domain/application/disposition";
import type { Team } from "../../src/domain/team";
import type { RandomSource } from "../../tests/support/builders";
import type { Product } from "./application-catalogue";

const bases = [
  ["Bookings", "SaaS", "Rooms, vehicles and appointments"],
  ["Case Tracker", "end-user-computing", "Cases that the main system has no place for"],
  ["Rota", "end-user-computing", "Who works when"],
  ["Inspections", "SaaS", "Visits and what they found"],
  ["Stock Book", "end-user-computing", "Materials and keys"],
  ["Reporting Pack", "homegrown", "Monthly figures"],
  ["Enquiries", "COTS", "Questions from the public"],
  ["Training Log", "end-user-computing", "Certificates and when they run out"],
] as const;

const suppliers = ["Smallworks", "Cambria Apps", "Deskside Software", "Penlan Systems"] as const;

/** What the local teams of a large council brought along, each under its team's name. */
export function localProducts(count: number, teams: readonly Team[], random: RandomSource): Product[] {
  return Array.from({ length: count }, (_, at) => {
    const base = bases[Math.floor(at / teams.length) % bases.length] ?? bases[0];
    const team = teams[at % teams.length];
    const round = Math.floor(at / (teams.length * bases.length));
    const [name, type, purpose] = base;
    return {
      name: `${team?.name} ${name}${round > 0 ? ` ${round + 1}` : ""}`,
      kind: "line-of-business",
      type,
      supplier: type === "SaaS" || type === "COTS" ? random.pick(suppliers) : null,
      area: "Local",
      purpose,
      teams: [team?.name ?? ""],
      criticality: random.pick(["low", "low", "medium"]),
      fit: random.chance(0.3) ? null : [random.pick(fits), random.pick(fits)],
      cost: random.between(4, 90) * 100,
      ...(random.chance(0.1) && { gap: "no-owner" as const }),
    };
  });
}
