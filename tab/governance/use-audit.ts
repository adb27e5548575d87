import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { listAuditEvents } from "../../src/contracts/audit-contract";
import { call } from "../call";

/** What of the log is asked for; '' is not asked for. Days are the reader's. */
export interface AuditView {
  readonly q: string;
  readonly subjectKind: string;
  readonly from: string;
  readonly to: string;
}

export const wholeLog: AuditView = { q: "", subjectKind: "", from: "", to: "" };

/** The filters that are set, as list and export take them. */
export function auditQuery({ q, subjectKind, from, to }: AuditView) {
  return { ...(q && { q }), ...(subjectKind && { subjectKind }), ...(from && { from }), ...(to && { to }) };
}

export function useAudit(view: AuditView) {
  const query = auditQuery(view);
  return useInfiniteQuery({
    queryKey: ["audit", query],
    queryFn: ({ pageParam, signal }) =>
      call(listAuditEvents, { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
