import type { Writer } from "../../database/gateway";
import { toApplication } from "../../database/stores/application-row";
import {
  deleteApplication,
  findApplication,
  insertApplications,
  updateApplication,
} from "../../database/stores/application-store";
import {
  contractsOf,
  deleteContracts,
  insertContracts,
  toContract,
  updateContract,
} from "../../database/stores/contract-store";
import { integrations } from "../../database/stores/integration-store";
import { peopleByIds } from "../../database/stores/person-store";
import { findSupplier, suppliersNamed } from "../../database/stores/supplier-store";
import {
  type Application,
  type ApplicationChange,
  type ApplicationDraft,
  applicationFields,
  changeApplication as changed,
  registerApplication,
} from "../../domain/application/application";
import {
  amend,
  type Contract,
  type ContractDraft,
  conclude,
  contractFields,
  currentContract,
} from "../../domain/application/contract";
import { refuseRemoval } from "../../domain/application/removal";
import { changesBetween } from "../../domain/audit-event";
import { matchKey } from "../../domain/match-key";
import type { Caller } from "../../domain/permission";
import { Refusal, unknownAt } from "../../domain/refusal";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { type ApplicationDetail, detailOf, todayOf } from "./application-overview";
import { tellOf } from "./application-tell";
import { noteContractByHand } from "./contract-by-hand";

/** The supplier comes by name; the contract is the one that the application runs under, null to remove it. */
interface Named {
  readonly supplier?: string | null | undefined;
  readonly contract?: ContractDraft | null | undefined;
}
export type NewApplication = Omit<ApplicationDraft, "supplierId"> & Named;
export type WantedApplication = Omit<ApplicationChange, "supplierId"> & Named;

/**
 * Adds an application, with its contract when one is given.
 * @throws Refusal invalid as `registerApplication` and `conclude`, `person-unknown`, `application-unknown`; conflict
 *   `application-name-taken`
 */
export function createApplication(
  context: ServiceContext,
  caller: Caller,
  { supplier, contract, ...draft }: NewApplication,
): Promise<ApplicationDetail> {
  return context.gateway.write(async (tx) => {
    const supplierId = await supplierIdOf(context, tx, supplier);
    const application = registerApplication({ ...draft, supplierId }, context.newId(), "tab");
    await refuseUnknown(tx, application);
    const own = contract
      ? conclude({ supplierId: supplierId ?? null, ...contract }, context.newId(), application.id)
      : null;
    await insertApplications(tx, [application], () => ({ supplier: supplier ?? null, contract: own }));
    if (own) await insertContracts(tx, [own]);
    const changes = [...changesBetween(null, application, applicationFields), ...contractChanges(null, own)];
    await tellOf(context, tx, caller, { action: "application.created", id: application.id, changes });
    await noteContractByHand(context, tx, caller, { before: null, after: own });
    return detailOf(tx, application.id, caller.scope, todayOf(context));
  });
}

/**
 * Changes an application that nobody else has changed since `version` was read. What says nothing new leaves no trace.
 * @throws Refusal not-found; stale; and as `createApplication`
 */
export function changeApplication(
  context: ServiceContext,
  caller: Caller,
  input: {
    readonly id: string;
    readonly version: number;
    readonly wanted: WantedApplication;
    readonly reason: string | null;
  },
): Promise<ApplicationDetail> {
  return context.gateway.write(async (tx) => {
    const { id, version, reason } = input;
    const { supplier, contract, ...wanted } = input.wanted;
    const before = toApplication(await present(findApplication(tx, id, caller.scope)));
    if (before.version !== version) throw new Refusal("stale", "stale");
    const supplierId = await supplierIdOf(context, tx, supplier);
    const after = changed(before, { ...wanted, supplierId });
    await refuseUnknown(tx, after);
    const contracts = await changeContract(context, tx, after, contract);
    const changes = [
      ...changesBetween(before, after, applicationFields),
      ...contractChanges(contracts.before, contracts.after),
    ];
    if (changes.length === 0) return detailOf(tx, id, caller.scope, todayOf(context));
    await writeApplication(tx, before, after, contracts.after);
    await tellOf(context, tx, caller, { action: "application.changed", id, changes, reason });
    await noteContractByHand(context, tx, caller, contracts);
    return detailOf(tx, id, caller.scope, todayOf(context));
  });
}

/**
 * Removes an application entered by mistake, with its use by teams; its history stays.
 * @throws Refusal not-found; stale; conflict `application-replaces-another` and as `refuseRemoval`
 */
export function removeApplication(
  context: ServiceContext,
  caller: Caller,
  id: string,
  reason: string | null,
): Promise<void> {
  return context.gateway.write(async (tx) => {
    const application = toApplication(await present(findApplication(tx, id, caller.scope)));
    const contracts = (await contractsOf(tx, [id])).length;
    refuseRemoval({ contracts, integrations: (await integrations(tx, id)).length });
    await deleteApplication(tx, application);
    const changes = [{ field: "name", from: application.name, to: null }];
    await tellOf(context, tx, caller, { action: "application.removed", id, changes, reason });
  });
}

/** Writes a changed application with what its row keeps of others. @throws Refusal as `updateApplication` */
export async function writeApplication(
  tx: Writer,
  before: Application,
  after: Application,
  contract: Contract | null,
): Promise<void> {
  const supplier = after.supplierId === null ? null : await findSupplier(tx, after.supplierId);
  await updateApplication(tx, before, after, { supplier: supplier?.name ?? null, contract });
}

/** Changes of a contract as the history of its application tells them. */
export function contractChanges(before: Contract | null, after: Contract | null) {
  const told = (contract: Contract | null) =>
    Object.fromEntries(contractFields.map((field) => [`contract.${field}`, contract?.[field] ?? null]));
  return changesBetween(
    told(before),
    told(after),
    contractFields.map((field) => `contract.${field}`),
  );
}

/** The id for a supplier's name; undefined leaves it, null clears it, and so does a name that shows nothing. */
export async function supplierIdOf(
  context: ServiceContext,
  tx: Writer,
  name: string | null | undefined,
): Promise<string | null | undefined> {
  if (name === undefined) return undefined;
  if (name === null || matchKey(name) === "") return null;
  const [supplier] = (await suppliersNamed(tx, [name], context.newId)).values();
  return supplier?.id ?? null;
}

async function changeContract(
  context: ServiceContext,
  tx: Writer,
  application: Application,
  wanted: ContractDraft | null | undefined,
): Promise<{ before: Contract | null; after: Contract | null }> {
  const all = (await contractsOf(tx, [application.id])).map(toContract);
  const before = currentContract(all);
  if (wanted === undefined) return { before, after: before };
  const others = all.filter((contract) => contract !== before);
  if (wanted === null) {
    if (before) await deleteContracts(tx, [before.id]);
    return { before, after: currentContract(others) };
  }
  if (before) {
    const after = amend(before, wanted);
    if (contractChanges(before, after).length > 0) await updateContract(tx, before, after);
    return { before, after: currentContract([...others, after]) };
  }
  const after = conclude({ supplierId: application.supplierId, ...wanted }, context.newId(), application.id);
  await insertContracts(tx, [after]);
  return { before, after };
}

async function refuseUnknown(tx: Writer, application: Application): Promise<void> {
  const owners = [application.businessOwnerId, application.itOwnerId].filter((id) => id !== null);
  const known = await peopleByIds(tx, owners);
  for (const path of ["businessOwnerId", "itOwnerId"] as const) {
    const id = application[path];
    if (id !== null && !known.has(id)) throw unknownAt("person-unknown", path);
  }
  const { replacedById } = application;
  if (replacedById === null) return;
  if ((await findApplication(tx, replacedById, { kind: "everything" })) === null) {
    throw unknownAt("application-unknown", "replacedById");
  }
}
