import type { TeamOverviewAnswer } from "../../../src/contracts/team-contract";

export const teams = [
  team("t-1", "Places", null),
  team("t-2", "Housing", "t-1"),
  team("t-3", "Tenancy Support", "t-2"),
  team("t-4", "Highways", "t-1"),
];

function team(id: string, name: string, parentId: string | null) {
  return { id, name, parentId, managerIds: [], etag: '"1"' };
}

/** An overview as the server answers with it. */
export function anOverview(overrides: Partial<TeamOverviewAnswer> = {}): TeamOverviewAnswer {
  return {
    team: { id: "t-2", name: "Housing", parentId: "t-1" },
    above: [{ id: "t-1", name: "Places" }],
    managers: [{ id: "p-9", name: "Huw Housing", email: "huw@x.test" }],
    teamsBelow: 1,
    people: { active: 12, left: 1, withoutDevice: 0 },
    devices: {
      total: 20,
      byStatus: [
        { status: "deployable", count: 18 },
        { status: "archived", count: 2 },
      ],
      byType: [{ type: "laptop", count: 20 }],
      unconfirmed: 3,
      outOfWarranty: 4,
      warrantyUnknown: 5,
    },
    applications: [],
    licences: { state: "not-synced", items: [] },
    rollouts: { state: "none", items: [] },
    gaps: [],
    ...overrides,
  };
}
