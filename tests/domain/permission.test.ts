import fc from "fast-check";
import { can, type Right, type Role, rights, roles, scopeOf } from "../../src/domain/permission";

const administrator: Role[] = ["Toolroll.Administrator"];
const itManager: Role[] = ["Toolroll.ItManager"];
const auditor: Role[] = ["Toolroll.Auditor"];
const anyRoles = fc.subarray([...roles]);
const anyTeams = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 5 });

/** Who holds each right. A new right fails this test until somebody has said who holds it. */
const expected: Record<Right, string> = {
  "own.read": "administrator, IT manager, auditor, manager, staff",
  "own.answer": "administrator, IT manager, auditor, manager, staff",
  "device.read": "administrator, IT manager, auditor, manager, staff",
  "device.change": "administrator, IT manager",
  "team.read": "administrator, IT manager, auditor, manager, staff",
  "team.change": "administrator, IT manager",
  "person.read": "administrator, IT manager, auditor, manager, staff",
  "search.read": "administrator, IT manager, auditor, manager, staff",
  "application.read": "administrator, IT manager, auditor, manager, staff",
  "application.change": "administrator, IT manager",
  "disclosure.make": "administrator, IT manager",
  "contract-calendar.keep": "administrator, IT manager, auditor, manager, staff",
  "supplier.read": "administrator, IT manager, auditor",
  "import.run": "administrator, IT manager",
  "check-in.read": "administrator, IT manager, auditor",
  "check-in.change": "administrator, IT manager",
  "problem.read": "administrator, IT manager, auditor, manager",
  "stock-take.read": "administrator, IT manager, auditor, manager",
  "stock-take.history": "administrator, IT manager, auditor",
  "stock-take.change": "administrator, IT manager",
  "survey.read": "administrator, IT manager, auditor, manager",
  "survey.change": "administrator, IT manager",
  "rollout.read": "administrator, IT manager, auditor, manager, staff",
  "rollout.review": "administrator, IT manager, auditor, manager",
  "rollout.history": "administrator, IT manager, auditor",
  "rollout.change": "administrator, IT manager",
  "course.read": "administrator, IT manager, auditor, manager",
  "course.history": "administrator, IT manager, auditor",
  "course.change": "administrator, IT manager",
  "training-request.read": "administrator, IT manager, auditor",
  "vendor-change.read": "administrator, IT manager, auditor",
  "survey.plan": "administrator, IT manager, auditor",
  "licence.read": "administrator, IT manager, auditor",
  "licence.change": "administrator, IT manager",
  "graph-sync.read": "administrator, IT manager, auditor",
  "graph-sync.run": "administrator",
  "finding.read": "administrator, IT manager, auditor, manager",
  "finding.change": "administrator, IT manager",
  "home-team.change": "administrator, IT manager",
  "audit.read": "administrator, auditor",
  "setting.read": "administrator, IT manager, auditor",
  "setting.change": "administrator",
  "retention.read": "administrator, auditor",
  "retention.change": "administrator",
  "leaver.read": "administrator, IT manager, auditor",
  "person.export": "administrator",
  "person.erase": "administrator",
};

const callers = {
  administrator: { roles: administrator, managedTeamIds: [] },
  "IT manager": { roles: itManager, managedTeamIds: [] },
  auditor: { roles: auditor, managedTeamIds: [] },
  manager: { roles: [], managedTeamIds: ["highways"] },
  staff: { roles: [], managedTeamIds: [] },
};

describe("a right", () => {
  it.each(rights)("%s is held by those who need it and nobody else", (right) => {
    const holders = Object.entries(callers).filter(([, caller]) => can(caller, right));
    expect(holders.map(([name]) => name).join(", ")).toBe(expected[right]);
  });

  it("to change anything is never an auditor's, however many teams they manage", () => {
    const changes = rights.filter((right) => /\.(change|run|export|erase)$/.test(right));
    fc.assert(
      fc.property(fc.constantFrom(...changes), anyTeams, (right, managedTeamIds) => {
        expect(can({ roles: auditor, managedTeamIds }, right)).toBe(false);
      }),
    );
  });

  it("is never lost by holding another role or managing a team besides", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rights),
        anyRoles,
        anyRoles,
        anyTeams,
        (right, some, more, managedTeamIds) => {
          fc.pre(can({ roles: some, managedTeamIds: [] }, right));
          expect(can({ roles: [...some, ...more], managedTeamIds }, right)).toBe(true);
        },
      ),
    );
  });
});

describe("the scope of a caller", () => {
  it.each([
    [administrator, ["highways"], { kind: "everything" }],
    [itManager, [], { kind: "everything" }],
    [auditor, [], { kind: "everything" }],
    [[], ["highways", "gritting"], { kind: "teams", teamIds: ["highways", "gritting"], personId: "ada" }],
    [[], [], { kind: "self", personId: "ada" }],
  ])("with roles %j and teams %j is %j", (callerRoles, teamIds, scope) => {
    expect(scopeOf("ada", callerRoles, teamIds)).toEqual(scope);
  });

  it("without a role never reaches past the teams named and the person themselves", () => {
    fc.assert(
      fc.property(fc.string(), anyTeams, (personId, teamIds) => {
        const scope = scopeOf(personId, [], teamIds);
        expect(scope.kind).toBe(teamIds.length > 0 ? "teams" : "self");
        expect(scope).toMatchObject(scope.kind === "teams" ? { teamIds, personId } : { personId });
      }),
    );
  });
});
