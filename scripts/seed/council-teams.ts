import type { Team } from "../../src/domain/team";
import { aTeam, idFrom } from "../../tests/support/builders";
import { areas } from "./names";

type Service = readonly [name: string, teams: readonly [string, string]];

/** Six directorates of three services of two teams: 60 in all. */
const structure: readonly (readonly [directorate: string, services: readonly Service[]])[] = [
  [
    "Corporate Services",
    [
      ["Digital and Customer", ["Digital Services", "Customer Contact Centre"]],
      ["Finance and Revenues", ["Council Tax", "Internal Audit"]],
      ["People and Governance", ["Payroll and Pensions", "Democratic Services"]],
    ],
  ],
  [
    "Place and Environment",
    [
      ["Highways", ["Highway Maintenance", "Street Lighting"]],
      ["Waste and Recycling", ["Kerbside Collections", "Household Recycling Centres"]],
      ["Planning and Building Control", ["Development Management", "Building Control"]],
    ],
  ],
  [
    "Housing and Communities",
    [
      ["Housing Services", ["Housing Options", "Tenancy Support"]],
      ["Repairs and Assets", ["Responsive Repairs", "Estates and Valuation"]],
      ["Libraries, Arts and Leisure", ["Library Service", "Leisure Centres"]],
    ],
  ],
  [
    "Adult Social Care",
    [
      ["Older People's Services", ["Reablement", "Llys Awel Residential Home"]],
      ["Learning Disability and Mental Health", ["Community Mental Health", "Supported Living"]],
      ["Commissioning and Safeguarding", ["Adult Safeguarding", "Commissioning and Contracts"]],
    ],
  ],
  [
    "Children, Families and Education",
    [
      ["Children's Services", ["Children's Social Work", "Fostering and Adoption"]],
      [
        "Schools",
        [
          "School Admissions",
          "Additional Learning Needs and Educational Psychology for Children and Young People",
        ],
      ],
      ["Early Years and Youth", ["Flying Start", "Youth Service"]],
    ],
  ],
  [
    "Strategy, Economy and Welsh Language",
    [
      ["Policy and Communications", ["Communications and Marketing", "Equalities and Cohesion"]],
      ["Economic Regeneration", ["Business Support", "Tourism and Events"]],
      ["Yr Uned Gymraeg", ["Gwasanaeth Cyfieithu", "Cymraeg yn y Gweithle"]],
    ],
  ],
];

export type CouncilTeam = Team & { readonly level: 1 | 2 | 3 };

/** 60 teams for up to 1,200 people; beyond that, services open local teams, one for every 50 people more. */
export function teamCountFor(people: number): number {
  return 60 + Math.max(0, Math.ceil((people - 1_200) / 50));
}

/** Teams without managers yet, each after its parent. */
export function councilTeams(people: number, seed: number): CouncilTeam[] {
  const made: CouncilTeam[] = [];
  const add = (name: string, parentId: string | null, level: CouncilTeam["level"]) => {
    const team = { ...aTeam({ id: idFrom(`${seed}/team/${made.length}`), name, parentId }), level };
    made.push(team);
    return team;
  };
  const services = structure.flatMap(([directorate, below]) => {
    const top = add(directorate, null, 1);
    return below.map(([name, teams]) => ({ team: add(name, top.id, 2), teams }));
  });
  for (const { team, teams } of services) for (const name of teams) add(name, team.id, 3);
  for (let extra = 0; made.length < teamCountFor(people); extra++) {
    const service = services[extra % services.length];
    if (service) add(localName(service.teams, Math.floor(extra / services.length)), service.team.id, 3);
  }
  return made;
}

/** The two teams of a service open in one area after the other, then a second time round. */
function localName(teams: readonly [string, string], opened: number): string {
  const place = Math.floor(opened / 2);
  const round = Math.floor(place / areas.length);
  return `${teams[opened % 2]}, ${areas[place % areas.length]}${round > 0 ? ` ${round + 1}` : ""}`;
}
