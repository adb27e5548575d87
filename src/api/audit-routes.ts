import { exportAuditEvents, listAuditEvents } from "../contracts/audit-contract";
import { toInstant } from "../domain/instant";
import * as auditLog from "../services/audit-log-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { FileAnswer } from "./file-answer";
import { handle, handleFile, type Route } from "./handle";

export function auditRoutes(context: ServiceContext): Route[] {
  return [
    handle(listAuditEvents, "audit.read", async ({ query }, { caller }) => {
      const page = await auditLog.listAuditEvents(context, caller, filterOf(query), pageRequest(query));
      const answer = pageAnswer(page, query.sort, (event) => event);
      return { ...answer, names: Object.fromEntries(page.names) };
    }),
    handleFile(exportAuditEvents, "audit.read", async ({ query }, { caller }) => {
      const content = await auditLog.exportAuditEvents(context, caller, filterOf(query));
      const day = toInstant(context.clock.now()).slice(0, 10);
      return new FileAnswer("text/csv; charset=utf-8", `audit-events-${day}.csv`, content);
    }),
  ];
}

interface AuditQuery {
  readonly actor?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly q?: string | undefined;
}

function filterOf({ actor: actorId, q: search, subjectKind, subjectId, action, from, to }: AuditQuery) {
  return { actorId, search, subjectKind, subjectId, action, from, to };
}
