import { checkTable, type OsTable, tableChange } from "../../../src/domain/lifecycle/os-release";
import { shippedTable } from "../../../src/domain/lifecycle/os-shipped";
import { osSupportState, supportOf } from "../../../src/domain/lifecycle/os-support";
import { problemsOf } from "../../support/refusal-of";

const ends = (os: string | null, osVersion: string | null, table: OsTable = shippedTable) => {
  const found = supportOf(table, { type: "laptop", os, osVersion });
  return found === null || found === "none" ? found : [found.first, found.last];
};
const once = (day: string) => [day, day];

describe("the end of support of what a device says it runs", () => {
  test.each([
    ["Windows 11 Enterprise", "23H2", once("2026-11-10")],
    ["Windows 11 Pro", "23H2", once("2025-11-11")],
    ["Microsoft Windows 11 Enterprise", "10.0.22631.4317", once("2026-11-10")],
    ["Windows 11 Enterprise 24H2", null, once("2027-10-12")],
    ["Windows 11 Education", "25h2", once("2028-10-10")],
    ["Windows 11 Pro Education", "24H2", once("2026-10-13")],
    ["Windows 11 Pro for Workstations", "26100.2314", once("2026-10-13")],
    ["Windows 11 Home", "10.0.22000.2538", once("2023-10-10")],
    ["WINDOWS 10 ENTERPRISE", "22h2", once("2025-10-14")],
    ["Windows 10", "22H2", once("2025-10-14")],
    ["Win10 Pro", "21H2", once("2023-06-13")],
    ["Windows 10 Enterprise", "1809", once("2021-05-11")],
    ["Windows 10 Enterprise LTSC 2019", null, once("2029-01-09")],
    ["Windows 10 Enterprise LTSC", "10.0.17763.6532", once("2029-01-09")],
    ["Windows 10 Enterprise LTSC", "21H2", once("2027-01-12")],
    ["Windows 11 Enterprise LTSC", "24H2", once("2029-10-09")],
    ["Windows 8.1 Pro", "6.3.9600", once("2023-01-10")],
    ["Windows 7 Professional", "6.1.7601", once("2020-01-14")],
    ["Windows Server 2012 R2 Standard", null, once("2023-10-10")],
    ["Windows Server 2019 Standard", "10.0.17763.6293", once("2029-01-09")],
    ["Windows Server", "10.0.20348", once("2031-10-14")],
  ])("%s, %s", (os, osVersion, expected) => {
    expect(ends(os, osVersion)).toEqual(expected);
  });

  test.each([
    [
      "an Intune list, which leaves the edition out",
      "Windows",
      "10.0.22631.4460",
      ["2025-11-11", "2026-11-10"],
    ],
    ["22H2 of an unnamed Windows", "Windows", "22H2", ["2024-10-08", "2025-10-14"]],
    ["a build that a long-term edition has too", "Windows", "10.0.26100.2314", ["2026-10-13", "2029-10-09"]],
  ])("lies between the days of the editions in %s", (_, os, osVersion, expected) => {
    expect(ends(os, osVersion)).toEqual(expected);
  });

  test("is told by the build where the name says another Windows, as the registry does", () => {
    expect(ends("Windows 10 Pro", "10.0.22631.4317")).toEqual(once("2025-11-11"));
  });

  test("does not take a revision for a version", () => {
    expect(ends("Windows 10 Pro", "10.0.19045.2004")).toEqual(once("2025-10-14"));
  });

  test.each([
    ["nothing", null, null],
    ["a version alone", null, "23H2"],
    ["a Windows without version", "Windows 11 Pro", null],
    ["a build nobody has a day for", "Windows 11 Pro", "10.0.99999.1"],
    ["a release that is no release of it", "Windows 11 Pro", "20H2"],
    ["a number that is none of its versions", "Windows 10 Pro", "10.0"],
    ["the IoT edition of the long-term channel", "Windows 10 IoT Enterprise LTSC 2021", "21H2"],
    ["macOS, whose publisher states no days", "macOS Sonoma", "14.6.1"],
    ["iPadOS", "iPadOS", "17.7"],
    ["Android", "Android", "14"],
    ["a phone of another Windows", "Windows Phone", "8.1"],
    ["Linux", "Ubuntu", "22.04"],
    ["words", "see notes", "latest"],
  ])("is unknown for %s", (_, os, osVersion) => {
    expect(ends(os, osVersion)).toBeNull();
  });

  test("does not arise for a monitor, but for a laptop that says nothing it is unknown", () => {
    const nothing = { os: null, osVersion: null };
    expect(supportOf(shippedTable, { type: "monitor", ...nothing })).toBe("none");
    expect(supportOf(shippedTable, { type: "laptop", ...nothing })).toBeNull();
  });

  test("follows a council's own table, by version and its parts", () => {
    const source = "https://council.example/kit";
    const line = { product: null, edition: "any", end: "2026-09-01", source, readOn: null } as const;
    const table: OsTable = {
      releases: [
        { ...line, system: "macos", versions: ["14"] },
        { ...line, system: "macos", versions: ["10.15"], end: "2022-09-12" },
      ],
      withoutDates: [],
    };
    expect(ends("macOS", "14.6.1", table)).toEqual(once("2026-09-01"));
    expect(ends("Mac OS X", "10.15.7", table)).toEqual(once("2022-09-12"));
    expect(ends("macOS", "10.14.6", table)).toBeNull();
    expect(ends("macOS", "140.1", table)).toBeNull();
  });
});

describe("the state of support", () => {
  const now = new Date("2026-11-26T09:00:00Z");
  test.each([
    ["supported on a day far ahead", once("2027-10-12"), "supported"],
    ["ending within six months", once("2027-05-27"), "ending"],
    ["supported just beyond them", once("2027-05-28"), "supported"],
    ["ending on its very last day", once("2026-11-26"), "ending"],
    ["ended the day after", once("2026-11-25"), "ended"],
    ["unknown while only one edition has ended", ["2025-11-11", "2026-11-26"], "unknown"],
    ["ended when all editions have", ["2025-11-11", "2026-11-10"], "ended"],
    ["supported when no edition ends soon", ["2027-10-12", "2028-10-10"], "supported"],
  ] as const)("is %s", (_, [first, last], state) => {
    expect(osSupportState({ first: first ?? "", last: last ?? "" }, now)).toBe(state);
  });

  test("is unknown without a day, never supported", () => {
    expect(osSupportState(null, now)).toBe("unknown");
    expect(osSupportState("none", now)).toBe("none");
  });
});

describe("a table", () => {
  const [line] = shippedTable.releases;
  if (line === undefined) throw new Error("The shipped table is empty");

  test("ships sound, each day a Tuesday as Microsoft's are, with the page that states it", () => {
    expect(checkTable(shippedTable)).toBe(shippedTable);
    const others = shippedTable.releases.filter(({ end }) => new Date(`${end}T00:00:00Z`).getUTCDay() !== 2);
    expect(others).toEqual([]);
  });

  test.each([
    ["a day that does not exist", { end: "2026-02-30" }, "releases.0.end"],
    ["a source that is no address", { source: "the internet" }, "releases.0.source"],
    ["no version", { versions: [] }, "releases.0.versions"],
    ["a Windows that does not say which", { product: null }, "releases.0.product"],
  ])("is refused with %s, naming the line", (_, wrong, path) => {
    const problems = problemsOf(() => checkTable({ releases: [{ ...line, ...wrong }], withoutDates: [] }));
    expect([problems?.[0], Object.keys(problems?.[1] ?? {})]).toEqual(["os-table-invalid", [path]]);
  });

  test("is refused with two days for one release", () => {
    const problems = problemsOf(() => checkTable({ releases: [line, line], withoutDates: [] }));
    expect(problems?.[1]).toEqual({ "releases.1.versions": expect.stringContaining("twice") });
  });
});

test("of a table that takes the place of another its history keeps the lines that differ, as both had them", () => {
  const [first, ...others] = shippedTable.releases;
  const later = first && { ...first, end: "2031-01-01" };
  const { field, from, to } = tableChange(shippedTable, {
    ...shippedTable,
    releases: later ? [...others, later] : [],
  });
  expect([field, from, to]).toEqual([
    "releases",
    [expect.stringContaining(first?.end ?? "")],
    [expect.any(String)],
  ]);
  expect(String(to)).toBe(String(from).replace(first?.end ?? "", "2031-01-01"));
});
