import { directoryOf } from "../../../src/domain/import/directory";
import { readHeaderBy } from "../../../src/domain/import/recognise";
import { RowReader, RowShape } from "../../../src/domain/import/row-reader";
import {
  attendanceVerdicts,
  judgeAttendance,
  registerWith,
  stops,
} from "../../../src/domain/rollout/attendance-file";
import { attendanceOf, attendanceWords } from "../../../src/domain/rollout/attendance-words";
import { aPerson } from "../../support/builders";

const sioned = aPerson({ id: "p-1", name: "Sioned Staff", email: "sioned@llanfair.example" });
const huw = aPerson({ id: "p-2", name: "Huw Evans", email: "huw@llanfair.example" });
const namesake = aPerson({ id: "p-3", name: "Huw Evans", email: "huw.evans2@llanfair.example" });
const left = aPerson({ id: "p-4", name: "Sioned Staff", email: "old@llanfair.example", active: false });

function judge(header: readonly string[], ...rows: readonly (readonly string[])[]) {
  const { columns } = readHeaderBy(attendanceWords, { line: 1, cells: header }, () => false);
  const shape = new RowShape(columns, header.length, (at) => header[at] ?? "");
  const readers = rows.map((cells, at) => new RowReader({ line: at + 2, cells }, shape));
  return judgeAttendance(readers, {
    directory: directoryOf([sioned, huw, namesake, left], []),
    register: new Map([["p-2", false]]),
    takingPart: new Set(["p-1", "p-2"]),
  });
}

describe("a file of who was at a session", () => {
  it.each([
    ["yes", true],
    ["X", true],
    ["Presennol", true],
    ["Did not attend", false],
    ["naddo", false],
    ["maybe", null],
    [undefined, true],
  ])("takes %s for %s", (cell, there) => {
    expect(attendanceOf(cell)).toBe(there);
  });

  it("finds people by id, address, login and name, the one who is still here before the one who left", () => {
    const found = judge(
      ["id", "Email", "Username", "Name"],
      ["p-1", "", "", ""],
      ["", "HUW@llanfair.example", "", "Somebody else"],
      ["", "", "huw.evans2", ""],
      ["", "", "", "Staff, Sioned"],
      ["", "gone@llanfair.example", "", "Sioned Staff"],
      ["", "", "", "Huw Evans"],
    );
    expect(found.map(({ personId, verdict }) => [personId, verdict])).toEqual([
      ["p-1", "attended"],
      ["p-2", "attended"],
      ["p-3", "not-in-rollout"],
      ["p-1", "twice"],
      [null, "unknown-person"],
      [null, "several-people"],
    ]);
  });

  it("is not taken with a row that names nobody, says neither, or says two things of one person", () => {
    const found = judge(
      ["Email", "Attended"],
      ["sioned@llanfair.example", "yes"],
      ["sioned@llanfair.example", "no"],
      ["huw@llanfair.example", "perhaps"],
      ["", "yes"],
      ["huw@llanfair.example", "no"],
      ["huw@llanfair.example", ""],
    );
    expect(found.map(({ verdict }) => verdict)).toEqual([
      ...["attended", "contradiction", "unclear", "unknown-person", "unchanged", "unchanged"],
    ]);
    expect(attendanceVerdicts.filter(stops)).toEqual([
      ...["unknown-person", "several-people", "unclear", "contradiction", "unreadable"],
    ]);
  });

  it("leaves whom it does not name as they were", () => {
    const register = new Map([
      ["p-2", false],
      ["p-9", true],
    ]);
    const rows = judge(["Email"], ["sioned@llanfair.example"], ["huw@llanfair.example"]);
    expect(registerWith(register, rows)).toEqual({ attended: ["p-2", "p-9", "p-1"], absent: [] });
  });
});
