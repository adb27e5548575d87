import { type Application, registerApplication } from "../../src/domain/application/application";
import { type Contract, conclude } from "../../src/domain/application/contract";
import { type Integration, integrate } from "../../src/domain/application/integration";
import type { TeamUse } from "../../src/domain/application/team-use";
import { matchKey } from "../../src/domain/match-key";
import type { Person } from "../../src/domain/person";
import type { Team } from "../../src/domain/team";
import { idFrom, type RandomSource, randomFrom } from "../../tests/support/builders";
import { corporateSystems, type Product, productivityTools } from "./application-catalogue";
import { flows, serviceSystems } from "./application-catalogue-services";
import { contractOf, dayAfter } from "./application-contracts";
import { fixedPeople } from "./fixed-people";
import { localProducts } from "./local-products";

export interface CouncilApplications {
  readonly suppliers: readonly { readonly id: string; readonly name: string }[];
  readonly applications: readonly Application[];
  readonly contracts: readonly Contract[];
  readonly uses: readonly TeamUse[];
  readonly integrations: readonly Integration[];
}

interface World {
  readonly seed: number;
  readonly now: Date;
  readonly random: RandomSource;
  readonly teams: readonly Team[];
  readonly headcount: ReadonlyMap<string, number>;
  readonly idOf: (name: string) => string;
}

const digitalOwner = fixedPeople.find(({ role }) => role === "Toolroll.ItManager")?.id ?? null;

/** One in ten people more brings another local system: about 2,000 for 20,000 people. */
function localCount(people: number): number {
  return Math.max(0, Math.floor((people - 1_200) / 9.6));
}

/** The council's tools and systems, who uses them, their contracts and what goes between them. */
export function councilApplications(
  people: readonly Person[],
  teams: readonly Team[],
  seed: number,
  now: Date,
): CouncilApplications {
  const idOf = (name: string) => idFrom(`${seed}/application/${matchKey(name)}`);
  const random = randomFrom(`${seed}/applications`);
  const world: World = { seed, now, random, teams, headcount: headcounts(people), idOf };
  const local = localProducts(localCount(people.length), teams, random);
  const products = [...productivityTools, ...corporateSystems, ...serviceSystems, ...local];
  const made = products.map((product) => {
    const users = usesOf(world, product);
    const application = applicationOf(world, product, users);
    return { users, application, contract: draftContract(world, product, application) };
  });
  return {
    suppliers: [...new Set(products.flatMap(({ supplier }) => supplier ?? []))].map((name) => ({
      id: supplierId(world, name),
      name,
    })),
    applications: made.map(({ application }) => application),
    contracts: made.flatMap(({ contract }) => contract ?? []),
    uses: made.flatMap(({ users }) => users),
    integrations: integrationsOf(world),
  };
}

function integrationsOf({ seed, idOf }: World): Integration[] {
  const recorded: Integration[] = [];
  for (const [from, to, data, method] of flows) {
    const id = idFrom(`${seed}/integration/${from}/${to}`);
    const notes = method === "manual" ? "Typed over once a week" : null;
    recorded.push(integrate({ id, fromId: idOf(from), toId: idOf(to), data, method, notes }, recorded));
  }
  return recorded;
}

function applicationOf(world: World, product: Product, users: readonly TeamUse[]): Application {
  const { random, now, teams } = world;
  const { gap, fit } = product;
  const first = teams.find(({ id }) => id === users[0]?.teamId);
  const personal = product.kind === "line-of-business" && product.type !== "homegrown";
  const draft = {
    name: product.name,
    kind: product.kind,
    type: product.type,
    hosting: hostingOf(product, random),
    lifecycle: lifecycleOf(product),
    businessOwnerId: gap === "no-owner" ? null : (first?.managerIds[0] ?? null),
    itOwnerId: gap === "no-owner" || random.chance(0.15) ? null : digitalOwner,
    supplierId: product.supplier === null ? null : supplierId(world, product.supplier),
    criticality: product.criticality,
    dataClassification: random.weighted([
      ["official", 6],
      ["official-sensitive", personal ? 5 : 1],
      [null, 1],
    ] as const),
    personalData: personal ? ("yes" as const) : random.pick(["no", "unknown"] as const),
    dpiaDate: personal && random.chance(0.6) ? dayAfter(now, -random.between(60, 1_400)) : null,
    accessibility: random.weighted([
      ["AA", 5],
      ["A", 3],
      ["none", 2],
      ["unknown", 4],
    ] as const),
    aiFeatures: product.name.startsWith("Draftsmith") ? ("pilot" as const) : random.pick(aiChoices),
    serviceArea: product.area,
    purpose: product.purpose,
    functionalFit: fit?.[0] ?? null,
    technicalFit: fit?.[1] ?? null,
    supportEnds: supportEndOf(product, now, random),
    replacedById: replacements[product.name] ? world.idOf(replacements[product.name] ?? "") : null,
    riskOverrides:
      gap === "out-of-support"
        ? { L3: { score: 5 as const, reason: "One person in the council can still change it" } }
        : {},
  };
  return registerApplication(draft, world.idOf(product.name), "seed");
}

const aiChoices = ["none", "none", "none", "live", null] as const;

/** Ends of life that are already decided. */
const replacements: Readonly<Record<string, string>> = {
  "Voids Spreadsheet": "Fixit Repairs",
  "Swyddfa Intranet": "Lettera Office Suite",
};

function hostingOf({ type }: Product, random: RandomSource): Application["hosting"] {
  if (type === "SaaS") return "cloud";
  if (type === "COTS") return random.pick(["on-premises", "on-premises", "hybrid", "third-party"]);
  return "on-premises";
}

function lifecycleOf({ gap, name }: Product): Application["lifecycle"] {
  if (gap === "retiring") return "retiring";
  return name.startsWith("Draftsmith") ? "pilot" : "in-production";
}

function supportEndOf({ gap, type }: Product, now: Date, random: RandomSource): string | null {
  if (gap === "out-of-support") return dayAfter(now, -random.between(30, 700));
  return type === "COTS" && random.chance(0.7) ? dayAfter(now, random.between(120, 1_800)) : null;
}

function draftContract(world: World, product: Product, application: Application): Contract | null {
  const draft = contractOf(product, world.now, world.random);
  if (draft === null) return null;
  const id = idFrom(`${application.id}/contract`);
  return conclude({ ...draft, supplierId: application.supplierId }, id, application.id);
}

function usesOf(world: World, product: Product): TeamUse[] {
  const { random, headcount } = world;
  return teamsOf(world.teams, product.teams).map(({ id: teamId }) => {
    const people = headcount.get(teamId) ?? 0;
    const known = !random.chance(0.15);
    return {
      applicationId: world.idOf(product.name),
      teamId,
      use: product.gap === "retiring" ? ("retiring" as const) : random.chance(0.04) ? "planned" : "in-use",
      criticality: random.chance(0.2) ? "medium" : product.criticality,
      userCount: known ? Math.ceil(people * (product.teams === "everybody" ? 1 : 0.8)) : null,
    };
  });
}

function teamsOf(teams: readonly Team[], wanted: Product["teams"]): readonly Team[] {
  if (wanted === "everybody") return teams;
  return teams.filter(({ name }) =>
    wanted.some((start) => name === start || name.startsWith(`${start} `) || name.startsWith(`${start}, `)),
  );
}

function headcounts(people: readonly Person[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { teamId, active } of people) {
    if (teamId !== null && active) counts.set(teamId, (counts.get(teamId) ?? 0) + 1);
  }
  return counts;
}

function supplierId({ seed }: World, name: string): string {
  return idFrom(`${seed}/supplier/${matchKey(name)}`);
}
