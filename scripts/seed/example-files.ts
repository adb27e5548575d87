import { stringify } from "csv-stringify/sync";
import type { DeviceType } from "../../src/domain/device";
import type { Person } from "../../src/domain/person";
import { type RandomSource, randomFrom } from "../../tests/support/builders";
import { buildCouncil, type Council } from "./council";
import { type Make, makeOf } from "./device-make";
import { fixedIds } from "./fixed-people";

interface ExampleFile {
  readonly name: string;
  readonly text: string;
}

type Row = Readonly<Record<string, string>>;

/** The council of a plain `npm start`, on a day that makes the files come out the same every time. */
const shipped = { people: 1_200, devices: 1_500, seed: 1, now: new Date("2026-11-02T00:00:00Z") };

/** Files to try an import with: a Snipe-IT export with two faults to find, and a clean one in Toolroll's own columns. */
export function exampleFiles(): ExampleFile[] {
  const council = buildCouncil(shipped);
  return [
    { name: "devices-snipe-it.csv", text: csv(snipeItRows(council)) },
    { name: "devices-toolroll.csv", text: csv(toolrollRows(council)) },
  ];
}

function csv(rows: readonly Row[]): string {
  return stringify([...rows], { header: true });
}

const snipeItTypes = [
  ["laptop", "Laptops"],
  ["phone", "Mobile phones"],
  ["monitor", "Monitors"],
  ["tablet", "Tablets"],
] as const;

function snipeItRows(council: Council): Row[] {
  const random = randomFrom("examples/snipe-it");
  const next = takingTurns(council, random);
  const rows = Array.from({ length: 40 }, (_, at): Row => {
    const [type, category] = snipeItTypes[at % 7 === 6 ? 3 : at % 5 === 4 ? 2 : at % 3 === 2 ? 1 : 0];
    const make = makeOf(type, "standard", shipped.now, random);
    const holder = at % 6 === 5 ? null : next();
    return snipeItRow(`SN-${String(at + 1).padStart(4, "0")}`, category, make, holder);
  });
  return withFaults(rows);
}

function snipeItRow(tag: string, category: string, make: Make, holder: Person | null): Row {
  return {
    Company: "Llanfair Council",
    "Asset Name": `${make.model} ${tag}`,
    "Asset Tag": tag,
    Model: make.model ?? "",
    "Model No.": "",
    Category: category,
    Manufacturer: make.manufacturer ?? "",
    Serial: make.serial ?? "",
    Purchased: make.purchaseDate ?? "",
    Cost: make.cost?.amount ?? "",
    Supplier: "Menai Technology Ltd",
    Location: "Civic Centre",
    "Default Location": "IT Stores",
    "Checked Out": holder?.name ?? "",
    Type: holder ? "user" : "",
    Username: holder?.email ?? "",
    Status: holder ? "Ready to Deploy (deployed)" : "Ready to Deploy (deployable)",
    Warranty: "36",
    "Warranty Expires": make.warrantyEnd ?? "",
    Notes: "",
  };
}

/** A tag that stuck to two devices, and a day that no calendar has. */
function withFaults(rows: readonly Row[]): Row[] {
  const ninthTag = rows[8]?.["Asset Tag"] ?? "";
  return rows.map((row, at) => {
    if (at === 22) return { ...row, Purchased: "2025-02-30" };
    return at === 30 ? { ...row, "Asset Tag": ninthTag } : row;
  });
}

const toolrollTypes: readonly DeviceType[] = ["laptop", "laptop", "phone", "monitor", "tablet", "dock"];

function toolrollRows(council: Council): Row[] {
  const random = randomFrom("examples/toolroll");
  const next = takingTurns(council, random);
  const teamNames = new Map(council.teams.map((team) => [team.id, team.name]));
  return Array.from({ length: 25 }, (_, at): Row => {
    const make = makeOf(
      toolrollTypes[at % toolrollTypes.length] ?? "laptop",
      "standard",
      shipped.now,
      random,
    );
    const holder = at % 8 === 7 ? null : next();
    return {
      "Asset tag": `NEW-${String(at + 1).padStart(4, "0")}`,
      "Serial number": make.serial ?? "",
      "Device type": make.type,
      Manufacturer: make.manufacturer ?? "",
      Model: make.model ?? "",
      "Operating system": make.os ?? "",
      "OS version": make.osVersion ?? "",
      Status: "deployable",
      Team: teamNames.get(holder?.teamId ?? "") ?? "",
      "Assignee email": holder?.email ?? "",
      "Purchase date": make.purchaseDate ?? "",
      "Warranty end": make.warrantyEnd ?? "",
      Cost: make.cost?.amount ?? "",
      Currency: make.cost?.currency ?? "",
      Notes: "",
    };
  });
}

/** Nobody twice, nobody who has left, and none of the people whose kit guides describe. */
function takingTurns(council: Council, random: RandomSource): () => Person | null {
  const waiting = random.shuffled(
    council.people.filter(({ id, active, teamId }) => active && teamId !== null && !fixedIds.has(id)),
  );
  return () => waiting.pop() ?? null;
}
