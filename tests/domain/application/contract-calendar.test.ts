import {
  calendarFrom,
  contractDates,
  rolesThatHold,
} from "../../../src/domain/application/contract-calendar";
import type { Role } from "../../../src/domain/permission";

const contract = (id: string, noticeDate: string | null, end: string | null) => ({ id, noticeDate, end });
const told = (contracts: ReturnType<typeof contract>[], from: string) =>
  contractDates(contracts, from).map(({ contract: { id }, kind, day }) => `${day} ${id} ${kind}`);

describe("the calendar of contracts", () => {
  it("has a notice date and an end of each contract, soonest first", () => {
    const contracts = [contract("b", "2027-03-31", "2027-06-30"), contract("a", "2027-01-31", "2027-04-30")];
    expect(told(contracts, "2027-01-01")).toEqual([
      "2027-01-31 a notice",
      "2027-03-31 b notice",
      "2027-04-30 a end",
      "2027-06-30 b end",
    ]);
  });

  it("leaves out what nobody recorded, and what was over before its first day", () => {
    const contracts = [
      contract("a", null, "2027-04-30"),
      contract("b", "2026-12-31", "2027-01-31"),
      contract("c", null, null),
    ];
    expect(told(contracts, "2027-01-01")).toEqual(["2027-01-31 b end", "2027-04-30 a end"]);
  });

  it("tells of notice before the end when both fall on one day", () => {
    expect(told([contract("a", "2027-01-31", "2027-01-31")], "2027-01-31")).toEqual([
      "2027-01-31 a notice",
      "2027-01-31 a end",
    ]);
  });

  it("keeps what is over for a month", () => {
    expect(calendarFrom(new Date("2027-03-01T09:00:00Z"))).toBe("2027-01-29");
  });
});

describe("the roles a calendar counts on", () => {
  const roles: Role[] = ["Toolroll.ItManager"];
  const now = new Date("2027-03-31T12:00:00.000Z");

  it("hold for thirty days after they were last seen, and not a moment longer", () => {
    expect(rolesThatHold(roles, "2027-03-01T12:00:00.000Z", now)).toEqual(roles);
    expect(rolesThatHold(roles, "2027-03-01T11:59:59.999Z", now)).toEqual([]);
  });
});
