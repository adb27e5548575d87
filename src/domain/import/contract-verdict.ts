import type { Application } from "../application/application";
import {
  amend,
  type Contract,
  type ContractDraft,
  conclude,
  contractFields,
  endsBeforeStart,
} from "../application/contract";
import { changesBetween } from "../audit-event";
import { matchKey, plainKey } from "../match-key";
import { readContract } from "./contract-entry";
import { matchContract } from "./contract-match";
import type { DayOrder } from "./day-text";
import { refuseOddKey } from "./device-match";
import { isSameMoney } from "./money-text";
import { quoted } from "./problem";
import type { RowReader } from "./row-reader";
import { type Verdict, verdictOf } from "./verdict";

type Contracted = Pick<Application, "id" | "name" | "supplierId">;

export interface ContractSurroundings {
  readonly contracts: readonly Contract[];
  readonly applications: readonly Contracted[];
  /** The id of the supplier of that name, a new one for a new name; the same whenever it is asked. */
  readonly supplierIdOf: (name: string) => string;
  readonly orderOf: (field: string) => DayOrder;
  readonly newId: () => string;
}

/**
 * Judges rows of contracts one after the other. A contract is known by its id, else by its application and what tells it
 * from that application's other contracts; contracts of the same file count as such too.
 */
export class ContractJudge {
  readonly #byId: ReadonlyMap<string, Contract>;
  readonly #byApplication = new Map<string, Contract[]>();
  readonly #applications: ReadonlyMap<string, Contracted>;
  readonly #applicationsByName: ReadonlyMap<string, Contracted>;
  /** By contract the line that was about it. */
  readonly #lines = new Map<string, number>();

  constructor(private readonly around: ContractSurroundings) {
    this.#byId = new Map(around.contracts.map((one) => [one.id, one]));
    this.#applications = new Map(around.applications.map((one) => [one.id, one]));
    this.#applicationsByName = new Map(around.applications.map((one) => [matchKey(one.name), one]));
    for (const contract of around.contracts) this.#know(contract);
  }

  judge(reader: RowReader): Verdict<Contract> {
    const { wanted, supplier } = readContract(reader, this.around.orderOf);
    const supplierId = supplier ? this.around.supplierIdOf(supplier) : supplier;
    const said: ContractDraft = { ...wanted, supplierId };
    const application = this.#application(reader);
    const existing = this.#existing(reader, application, said);
    refuseOddReference(reader, existing, said);
    refuseBackwards(reader, existing, said);
    if (!reader.isSound) return verdictOf<Contract>(reader, existing, null, []);
    const after = existing === null ? this.#concluded(application, said) : amended(existing, said);
    if (after === null) return verdictOf<Contract>(reader, existing, null, []);
    this.#lines.set(after.id, reader.row.line);
    if (existing === null) this.#know(after);
    const changes = changesBetween(existing, after, contractFields);
    return verdictOf(reader, existing, after, changes);
  }

  #know(contract: Contract): void {
    const known = this.#byApplication.get(contract.applicationId);
    if (known) known.push(contract);
    else this.#byApplication.set(contract.applicationId, [contract]);
  }

  /** A contract is for an application that the register has: one made up from a misspelt name would be worse than none. */
  #application(reader: RowReader): Contracted | null {
    const id = reader.given("applicationId");
    const byId = id === undefined ? undefined : this.#applications.get(id);
    if (byId) return byId;
    const name = reader.given("application");
    const byName = name === undefined ? undefined : this.#applicationsByName.get(matchKey(name));
    if (name !== undefined && byName && plainKey(byName.name) !== plainKey(name)) {
      reader.report("application", "key-lookalike", { value: quoted(name), other: quoted(byName.name) });
    }
    if (byName) return byName;
    const [field, value] = name === undefined ? ["applicationId", id] : ["application", name];
    if (value !== undefined) reader.report(field, "application-unknown", { value: quoted(value) });
    return null;
  }

  #existing(reader: RowReader, application: Contracted | null, said: ContractDraft): Contract | null {
    const byId = this.#byId.get(reader.given("id") ?? "");
    if (byId === undefined) return this.#matched(reader, application, said);
    if (application !== null && application.id !== byId.applicationId) {
      const other = this.#applications.get(byId.applicationId)?.name ?? byId.applicationId;
      reader.report("application", "contract-elsewhere", { value: quoted(application.name), other });
    }
    this.#refuseRepetition(reader, byId);
    return byId;
  }

  #matched(reader: RowReader, application: Contracted | null, said: ContractDraft): Contract | null {
    if (application === null) {
      const isNamed = reader.given("application") ?? reader.given("applicationId");
      if (isNamed === undefined) reader.report("application", "value-missing");
      return null;
    }
    const match = matchContract(this.#byApplication.get(application.id) ?? [], said);
    if (match.kind === "none") return null;
    if (match.kind === "unclear") {
      const field = said.reference ? "reference" : said.start ? "start" : "application";
      reader.report(field, "contract-unclear", { value: quoted(application.name), count: match.count });
      return null;
    }
    this.#refuseRepetition(reader, match.contract);
    return this.#byId.get(match.contract.id) ?? null;
  }

  #refuseRepetition(reader: RowReader, contract: Contract): void {
    const other = this.#lines.get(contract.id);
    const application = this.#applications.get(contract.applicationId)?.name ?? contract.id;
    if (other !== undefined) reader.report(null, "same-record", { other, value: quoted(application) });
    this.#lines.set(contract.id, reader.row.line);
  }

  /** With the application's own supplier when the file has no column for one. */
  #concluded(application: Contracted | null, said: ContractDraft): Contract | null {
    if (application === null) return null;
    const supplierId = said.supplierId === undefined ? application.supplierId : said.supplierId;
    return conclude({ ...said, supplierId }, this.around.newId(), application.id);
  }
}

function amended(existing: Contract, said: ContractDraft): Contract {
  const value =
    said.value === undefined || isSameMoney(said.value, existing.value) ? existing.value : said.value;
  return amend(existing, { ...said, value });
}

function refuseOddReference(
  reader: RowReader,
  existing: Contract | null,
  { reference }: ContractDraft,
): void {
  if (!reference || reference === existing?.reference || refuseOddKey(reader, "reference", reference)) return;
  const found = existing?.reference;
  if (found && matchKey(found) === matchKey(reference) && plainKey(found) !== plainKey(reference)) {
    reader.report("reference", "key-lookalike", { value: quoted(reference), other: quoted(found) });
  }
}

function refuseBackwards(reader: RowReader, existing: Contract | null, said: ContractDraft): void {
  const start = said.start === undefined ? (existing?.start ?? null) : said.start;
  const end = said.end === undefined ? (existing?.end ?? null) : said.end;
  if (endsBeforeStart({ start, end }))
    reader.report("end", "ends-before-start", { value: end ?? "", start: start ?? "" });
}
