import type { Device, DeviceChange, DeviceStatus } from "../device";
import { type LabelProblem, type LabelTable, labelNamed, labelProblems, settled } from "../device-label";
import { matchKey } from "../match-key";
import { Refusal } from "../refusal";
import { quoted } from "./problem";
import type { RowReader } from "./row-reader";

/** A label that a file brings along, and the status it is to stand for. */
export interface BroughtLabel {
  readonly name: string;
  readonly status: DeviceStatus;
}

/** A label that nobody has mapped, and how many rows carry it. */
export interface UnknownLabel {
  readonly label: string;
  readonly rows: number;
}

const codes: Readonly<Record<LabelProblem, "label-unmapped" | "label-retired" | "label-status-differs">> = {
  "label-unknown": "label-unmapped",
  "label-retired": "label-retired",
  "label-status-differs": "label-status-differs",
};

/**
 * The council's labels while a file is judged. A label that is new to it joins them where the file says its status
 * with it, or the importer does; else its rows cannot be taken.
 */
export class ImportLabels {
  readonly #brought = new Map<string, BroughtLabel & { readonly line: number }>();
  readonly #unknown = new Map<string, { readonly label: string; readonly lines: Set<number> }>();
  readonly #given: ReadonlyMap<string, DeviceStatus>;

  /** @param given what the importer says of labels that nobody has mapped */
  constructor(
    readonly table: LabelTable,
    given: Readonly<Record<string, DeviceStatus>> = {},
  ) {
    this.#given = new Map(Object.entries(given).map(([label, status]) => [matchKey(label), status]));
  }

  /** Completes label and status of a row, or reports what is wrong with them. */
  settle(reader: RowReader, existing: Device | null, wanted: DeviceChange): DeviceChange {
    const field = reader.given("label") === undefined ? "status" : "label";
    try {
      return settled(this.#tableFor(reader, field, existing, wanted), existing, wanted);
    } catch (refusal) {
      const code = refusal instanceof Refusal && labelProblems.find((one) => one === refusal.code);
      if (!code) throw refusal;
      const { label = "", status = "", other = "" } = (refusal as Refusal).params;
      reader.report(field, codes[code], { value: quoted(String(label)), status, other });
      if (code === "label-unknown") this.#miss(String(label), reader.row.line);
      return wanted;
    }
  }

  get hasBrought(): boolean {
    return this.#brought.size > 0;
  }

  /** Labels that rows brought along, as far as any of the devices carries them. */
  broughtBy(devices: readonly { readonly label: string }[]): BroughtLabel[] {
    const carried = new Set(devices.map(({ label }) => label));
    return [...this.#brought.values()].filter(({ name }) => carried.has(name));
  }

  /** Labels that rows carry and nobody has mapped, the most frequent first. */
  get unknown(): UnknownLabel[] {
    const all = [...this.#unknown.values()].map(({ label, lines }) => ({ label, rows: lines.size }));
    return all.sort((a, b) => b.rows - a.rows || (a.label < b.label ? -1 : 1));
  }

  #tableFor(
    reader: RowReader,
    field: string,
    existing: Device | null,
    { label, status }: DeviceChange,
  ): LabelTable {
    const key = matchKey(label ?? "");
    const own = existing !== null && matchKey(existing.label) === key;
    if (key === "" || own || label === undefined || labelNamed(this.table, label) !== null) return this.table;
    const means = this.#brought.get(key)?.status ?? this.#given.get(key) ?? status;
    if (means === undefined) return this.table;
    const { line } = reader.row;
    const brought = this.#brought.get(key) ?? { name: label, status: means, line };
    this.#brought.set(key, brought);
    if (brought.line === line) reader.report(field, "label-added", { value: quoted(label), status: means });
    const one = { id: key, name: brought.name, status: brought.status, retired: false, version: 1 };
    return { ...this.table, byKey: new Map([[key, one]]) };
  }

  #miss(label: string, line: number): void {
    const key = matchKey(label);
    const known = this.#unknown.get(key) ?? { label, lines: new Set<number>() };
    this.#unknown.set(key, known);
    known.lines.add(line);
  }
}
