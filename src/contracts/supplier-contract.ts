import { z } from "zod";
import { mostNoticeDays, renewals } from "../domain/application/contract";
import { endpoint, idParams } from "./endpoint";
import { day, id, line, listQuery, money, optionalLine, pageOf } from "./wire";

/** A contract with a supplier for an application, as answers carry it. */
export const contract = z.object({
  id,
  applicationId: id,
  applicationName: z.string(),
  supplierId: z.string().nullable(),
  supplier: z.string().nullable(),
  reference: z.string().nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  noticeDays: z.number().int().nullable(),
  /** The last day to give notice: the end minus the notice period. */
  noticeDate: z.string().nullable(),
  renewal: z.enum(renewals).nullable(),
  value: z.object({ amount: z.string(), currency: z.string() }).nullable(),
});
export type ContractAnswer = z.output<typeof contract>;
/** With the tag that a change of it sends along. */
export const taggedContract = contract.extend({ etag: z.string() });

const settable = {
  reference: optionalLine(200),
  start: day.nullable().optional(),
  end: day.nullable().optional(),
  noticeDays: z.number().int().min(0).max(mostNoticeDays).nullable().optional(),
  renewal: z.enum(renewals).nullable().optional(),
  value: money.nullable().optional(),
};
export const contractDraft = z.strictObject(settable);

export const listContracts = endpoint({
  method: "GET",
  path: "/api/contracts",
  summary: "Contracts in the caller's scope, by the date on which notice must be given",
  query: listQuery(["noticeDate", "end"], { noticeBefore: day.optional(), application: id.optional() }),
  response: pageOf(taggedContract),
});

export const getContract = endpoint({
  method: "GET",
  path: "/api/contracts/{id}",
  summary: "One contract",
  params: idParams,
  response: taggedContract,
});

export const createContract = endpoint({
  method: "POST",
  path: "/api/contracts",
  summary: "Add a contract for an application",
  body: z.strictObject({ applicationId: id, supplier: optionalLine(200), ...settable }),
  response: taggedContract,
  status: 201,
});

export const changeContract = endpoint({
  method: "PATCH",
  path: "/api/contracts/{id}",
  summary: "Change a contract",
  params: idParams,
  body: z.strictObject({ supplier: optionalLine(200), ...settable, reason: optionalLine(500) }),
  response: taggedContract,
  ifMatch: true,
});

export const deleteContract = endpoint({
  method: "DELETE",
  path: "/api/contracts/{id}",
  summary: "Remove a contract that was entered by mistake",
  params: idParams,
  query: z.strictObject({ reason: z.string().trim().max(500).optional() }),
  response: z.undefined(),
  status: 204,
});

export const listSuppliers = endpoint({
  method: "GET",
  path: "/api/suppliers",
  summary: "Suppliers by name, with how many applications each supplies",
  response: z.object({
    items: z.array(z.object({ id, name: line(200), applications: z.number().int() })),
    total: z.number().int(),
    nextCursor: z.null(),
  }),
});
