import type { Day } from "../instant";
import type { OsEdition, OsRelease, OsTable } from "./os-release";

/*
 * The table that comes with the product. Days are the last of Microsoft's security updates without paid extension, from
 * Microsoft's lifecycle pages by way of public copies of them (Windows 10 and 11: collected 2024-11-23; 25H2: 2025-10-03;
 * long-term channel of Windows 10: 2026-01-16). What was not certain is left out and so unknown: releases after 25H2,
 * Windows Server 2025, IoT editions of the long-term channel. Apple and Google state no days.
 */

type Days = readonly [version: string, build: string, homePro: Day, enterprise: Day];

const windows10: readonly Days[] = [
  ["1507", "10240", "2017-05-09", "2017-05-09"],
  ["1511", "10586", "2017-10-10", "2017-10-10"],
  ["1607", "14393", "2018-04-10", "2019-04-09"],
  ["1703", "15063", "2018-10-09", "2019-10-08"],
  ["1709", "16299", "2019-04-09", "2020-10-13"],
  ["1803", "17134", "2019-11-12", "2021-05-11"],
  ["1809", "17763", "2020-11-10", "2021-05-11"],
  ["1903", "18362", "2020-12-08", "2020-12-08"],
  ["1909", "18363", "2021-05-11", "2022-05-10"],
  ["2004", "19041", "2021-12-14", "2021-12-14"],
  ["20H2", "19042", "2022-05-10", "2023-05-09"],
  ["21H1", "19043", "2022-12-13", "2022-12-13"],
  ["21H2", "19044", "2023-06-13", "2024-06-11"],
  ["22H2", "19045", "2025-10-14", "2025-10-14"],
];

const windows11: readonly Days[] = [
  ["21H2", "22000", "2023-10-10", "2024-10-08"],
  ["22H2", "22621", "2024-10-08", "2025-10-14"],
  ["23H2", "22631", "2025-11-11", "2026-11-10"],
  ["24H2", "26100", "2026-10-13", "2027-10-12"],
  ["25H2", "26200", "2027-10-12", "2028-10-10"],
];

const lifecycle = "https://learn.microsoft.com/lifecycle/products";

function client(product: "10" | "11", days: readonly Days[]): OsRelease[] {
  return days.flatMap(([version, build, homePro, enterprise]) =>
    (
      [
        ["home-pro", homePro, "home-and-pro"],
        ["enterprise", enterprise, "enterprise-and-education"],
      ] as const
    ).map(
      ([edition, end, page]): OsRelease => ({
        system: "windows",
        product,
        edition,
        versions: [version, build],
        end,
        source: `${lifecycle}/windows-${product}-${page}`,
        readOn: version === "25H2" ? "2025-10-03" : "2024-11-23",
      }),
    ),
  );
}

function longTerm(product: "10" | "11", year: string, versions: readonly string[], end: Day): OsRelease {
  const page = `${lifecycle}/windows-${product}-enterprise-lts${Number(year) < 2019 ? "b" : "c"}-${year}`;
  const edition: OsEdition = "ltsc";
  const readOn = product === "10" ? "2026-01-16" : null;
  return { system: "windows", product, edition, versions: [...versions, year], end, source: page, readOn };
}

function other(
  system: "windows" | "windows-server",
  product: string | null,
  page: string,
  versions: string[],
  end: Day,
): OsRelease {
  return { system, product, edition: "any", versions, end, source: `${lifecycle}/${page}`, readOn: null };
}

export const shippedTable: OsTable = {
  releases: [
    ...client("11", windows11),
    longTerm("11", "2024", ["24H2", "26100"], "2029-10-09"),
    ...client("10", windows10),
    longTerm("10", "2021", ["21H2", "19044"], "2027-01-12"),
    longTerm("10", "2019", ["1809", "17763"], "2029-01-09"),
    longTerm("10", "2016", ["1607", "14393"], "2026-10-13"),
    longTerm("10", "2015", ["1507", "10240"], "2025-10-14"),
    other("windows", "8.1", "windows-81", ["8.1", "9600"], "2023-01-10"),
    other("windows", "8", "windows-8", ["8", "9200"], "2016-01-12"),
    other("windows", "7", "windows-7", ["7", "7601"], "2020-01-14"),
    other("windows-server", null, "windows-server-2022", ["2022", "20348"], "2031-10-14"),
    other("windows-server", null, "windows-server-2019", ["2019", "17763"], "2029-01-09"),
    other("windows-server", null, "windows-server-2016", ["2016", "14393"], "2027-01-12"),
    other("windows-server", null, "windows-server-2012-r2", ["2012 R2", "9600"], "2023-10-10"),
    other("windows-server", null, "windows-server-2012", ["2012", "9200"], "2023-10-10"),
  ],
  withoutDates: [
    { system: "macos", source: "https://support.apple.com/en-us/100100" },
    { system: "ios", source: "https://support.apple.com/en-us/100100" },
    { system: "ipados", source: "https://support.apple.com/en-us/100100" },
    { system: "android", source: "https://source.android.com/docs/security/bulletin" },
    { system: "chromeos", source: "https://support.google.com/chrome/a/answer/6220366" },
  ],
};
