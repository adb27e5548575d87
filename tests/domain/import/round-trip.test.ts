import fc from "fast-check";
import {
  type Device,
  type DeviceDraft,
  deviceStatuses,
  deviceTypes,
  register,
} from "../../../src/domain/device";
import { firstInvisible, matchKey } from "../../../src/domain/match-key";
import { people, teams } from "./council";
import { judgeDevices, kindsOf, problemsOf, type Table } from "./reading";

const headers = [
  ...["id", "assetTag", "serial", "type", "manufacturer", "model", "os", "osVersion", "status", "label"],
  ...[
    "teamId",
    "teamName",
    "assigneeId",
    "assigneeName",
    "purchaseDate",
    "warrantyEnd",
    "cost",
    "notes",
    "lastSeenAt",
  ],
];

/** As the one CSV writer does it: cells that begin like a formula, or like a guarded one, get an apostrophe. */
const guarded = (cell: string) => (/^'*[=+\-@\t\r＝＋－＠]/u.test(cell) ? `'${cell}` : cell);

function exported(devices: readonly Device[]): Table {
  const rows = devices.map((device) => {
    const team = teams.find(({ id }) => id === device.teamId);
    const holder = people.find(({ id }) => id === device.assigneeId);
    const cost = device.cost ? `${device.cost.amount} ${device.cost.currency}` : "";
    const fields: Record<string, unknown> = {
      ...device,
      teamName: team?.name,
      assigneeName: holder?.name,
      cost,
    };
    return headers.map((header) => guarded(String(fields[header] ?? "")));
  });
  return [headers, ...rows];
}

const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((one) => one.trim())
  .filter((one) => one !== "" && !one.includes("\uFFFD"));
const tag = text.filter((one) => matchKey(one) !== "" && firstInvisible(one) === null);
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2089-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const cost = fc.record({
  amount: fc.integer({ min: 0, max: 99_999_999 }).map((pence) => (pence / 100).toFixed(2)),
  currency: fc.constantFrom("GBP", "EUR"),
});
const draft: fc.Arbitrary<DeviceDraft> = fc.record({
  assetTag: tag,
  type: fc.constantFrom(...deviceTypes),
  serial: orNull(text),
  manufacturer: orNull(text),
  model: orNull(text),
  os: orNull(text),
  osVersion: orNull(text),
  status: fc.constantFrom(...deviceStatuses),
  label: text,
  teamId: orNull(fc.constantFrom(...teams.map(({ id }) => id))),
  assigneeId: orNull(fc.constantFrom(...people.map(({ id }) => id))),
  purchaseDate: orNull(day),
  warrantyEnd: orNull(day),
  cost: orNull(cost),
  notes: orNull(text),
  lastSeenAt: orNull(day.map((one) => `${one}T10:20:30.456Z`)),
});
const deviceSet = fc
  .uniqueArray(draft, { selector: ({ assetTag }) => matchKey(assetTag), maxLength: 12 })
  .map((drafts) => drafts.map((one, at) => device(assignable(one), `device-${at}`)));

/** Serials may stem from before they were looked at; a register keeps what it has. */
function device({ serial = null, ...rest }: DeviceDraft, id: string): Device {
  return { ...register(rest, id, "tab"), serial };
}

/** An archived or broken device has no holder; the register would not take it. */
function assignable(one: DeviceDraft): DeviceDraft {
  return one.status === "archived" || one.status === "undeployable" ? { ...one, assigneeId: null } : one;
}

describe("any set of devices, exported in Toolroll's own headers and imported again", () => {
  test("is unchanged, row by row", () => {
    fc.assert(
      fc.property(deviceSet, (devices) => {
        const verdicts = judgeDevices(exported(devices), { devices, people, teams });
        expect(problemsOf(verdicts)).toEqual([]);
        expect(new Set(kindsOf(verdicts))).toEqual(new Set(devices.length === 0 ? [] : ["unchanged"]));
      }),
      { numRuns: 300 },
    );
  });
});
