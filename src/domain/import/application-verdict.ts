import {
  type Application,
  type ApplicationChange,
  applicationFields,
  changeApplication,
  registerApplication,
} from "../application/application";
import { changesBetween } from "../audit-event";
import { matchKey, plainKey } from "../match-key";
import { readApplication } from "./application-entry";
import type { DayOrder } from "./day-text";
import { refuseOddKey } from "./device-match";
import type { Directory } from "./directory";
import { quoted } from "./problem";
import type { RowReader } from "./row-reader";
import { type Verdict, verdictOf } from "./verdict";

export interface ApplicationSurroundings {
  readonly applications: readonly Application[];
  /** The id of the supplier of that name, a new one for a new name; the same whenever it is asked. */
  readonly supplierIdOf: (name: string) => string;
  readonly directory: Directory;
  readonly orderOf: (field: string) => DayOrder;
  readonly newId: () => string;
}

/** Judges rows of systems one after the other. An application is known by its id, else by its name. */
export class ApplicationJudge {
  readonly #byId: ReadonlyMap<string, Application>;
  readonly #byName: ReadonlyMap<string, Application>;
  readonly #records = new Map<string, number>();
  readonly #names = new Map<string, number>();

  constructor(private readonly around: ApplicationSurroundings) {
    this.#byId = new Map(around.applications.map((one) => [one.id, one]));
    this.#byName = new Map(around.applications.map((one) => [matchKey(one.name), one]));
  }

  judge(reader: RowReader): Verdict<Application> {
    const { directory, orderOf, supplierIdOf } = this.around;
    const { wanted, supplier } = readApplication(reader, directory, orderOf);
    const supplierId = supplier === undefined ? undefined : supplier && supplierIdOf(supplier);
    const said: ApplicationChange = supplierId === undefined ? wanted : { ...wanted, supplierId };
    const existing = this.#existing(reader, said.name);
    this.#refuseRepetition(reader, existing, said.name);
    if (!reader.isSound) return verdictOf<Application>(reader, existing, null, []);
    const after = existing === null ? this.#created(reader, said) : changeApplication(existing, said);
    const changes = changesBetween(existing, after, applicationFields);
    const told = existing === null ? changes.filter(({ to }) => to !== null) : changes;
    return verdictOf(reader, existing, after, told);
  }

  #existing(reader: RowReader, name: string | undefined): Application | null {
    const id = reader.given("id");
    const byId = id === undefined ? undefined : this.#byId.get(id);
    const byName = name === undefined ? undefined : this.#byName.get(matchKey(name));
    if (byId === undefined && name === undefined) reader.report("name", "value-missing");
    if (byId && byName && byId.id !== byName.id) {
      reader.report("name", "name-taken", { value: quoted(byName.name) });
    }
    const found = byId ?? byName ?? null;
    if (name !== undefined && name !== found?.name && !refuseOddKey(reader, "name", name)) {
      if (byName && byName.id !== byId?.id && plainKey(byName.name) !== plainKey(name)) {
        reader.report("name", "key-lookalike", { value: quoted(name), other: quoted(byName.name) });
      }
    }
    return found;
  }

  #created(reader: RowReader, said: ApplicationChange): Application {
    const { newId } = this.around;
    if (said.kind === undefined) reader.report("kind", "kind-assumed");
    const kind = said.kind ?? "line-of-business";
    return registerApplication({ ...said, name: said.name ?? "", kind }, newId(), "toolroll");
  }

  #refuseRepetition(reader: RowReader, existing: Application | null, name: string | undefined): void {
    const key = name === undefined ? null : matchKey(name);
    const before =
      (existing && this.#records.get(existing.id)) ?? (key === null ? undefined : this.#names.get(key));
    if (before !== undefined) {
      reader.report("name", "same-record", { other: before, value: quoted(name ?? existing?.name ?? "") });
    }
    if (existing) this.#records.set(existing.id, reader.row.line);
    if (key !== null) this.#names.set(key, reader.row.line);
  }
}
