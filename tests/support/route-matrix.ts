import type { Actor } from "./server";

/*
 * Who may call which route. Every route that the router has must be here, or a test fails: whoever adds one decides
 * who may call it, and whether it shows something that lies out of somebody's scope.
 */

/** One of each kind: two managers and two of their staff, so that scope can be told from right. */
export const actors = {
  "staff of A": "person-staff",
  "staff of B": "person-other",
  "manager of A": "person-housing-manager",
  "manager of B": "person-highways-manager",
  "IT manager": "person-it",
  auditor: "person-auditor",
  administrator: "person-administrator",
} as const satisfies Record<string, Actor>;
export type ActorName = keyof typeof actors;

const staff = ["staff of A", "staff of B"] as const;
const managers = ["manager of A", "manager of B"] as const;

const groups = {
  everybody: [...staff, ...managers, "IT manager", "auditor", "administrator"],
  managers: [...managers, "IT manager", "auditor", "administrator"],
  roles: ["IT manager", "auditor", "administrator"],
  it: ["IT manager", "administrator"],
  evidence: ["auditor", "administrator"],
  administrators: ["administrator"],
} as const satisfies Record<string, readonly ActorName[]>;

/** Records that belong to team A; a path that names one must answer the others as if it were not there. */
export type Secret =
  | "device"
  | "team"
  | "application"
  | "contract"
  | "delivery"
  | "problem"
  | "person"
  | "stock-take"
  | "survey"
  | "finding"
  | "rollout"
  | "wave"
  | "blocker"
  | "training";

export interface RouteRule {
  /** `open` is before signing in; `outside` is answered outside the contracts. */
  readonly who: keyof typeof groups | "open" | "outside";
  readonly secret?: Secret;
}

export function mayCall(rule: RouteRule, actor: ActorName): boolean {
  if (rule.who === "open" || rule.who === "outside") return true;
  return (groups[rule.who] as readonly ActorName[]).includes(actor);
}

const everybody: RouteRule = { who: "everybody" };
const it: RouteRule = { who: "it" };
const roles: RouteRule = { who: "roles" };

export const routeMatrix: Readonly<Record<string, RouteRule>> = {
  "GET /healthz": { who: "outside" },
  "GET /readyz": { who: "outside" },
  "GET /metrics": { who: "outside" },
  "GET /tab": { who: "outside" },
  "GET /api/openapi.json": { who: "outside" },
  "POST /api/messages": { who: "outside" },
  "GET /local/people": { who: "open" },
  "POST /local/sign-in": { who: "open" },

  "GET /api/me": everybody,
  "GET /api/my/kit": everybody,
  "GET /api/my/check-ins": everybody,
  "POST /api/my/check-ins/{deliveryId}/answer": { who: "everybody", secret: "delivery" },
  "POST /api/my/check-ins/{deliveryId}/snooze": { who: "everybody", secret: "delivery" },
  "GET /api/my/messages": everybody,
  "PUT /api/my/messages": everybody,
  "GET /api/my/licences": everybody,
  "GET /api/my/training": everybody,
  "GET /api/my/licences/now": everybody,
  "GET /api/my/assignments": everybody,
  "POST /api/my/assignments/{id}/answer": everybody,
  "GET /api/search": everybody,

  "GET /api/people": everybody,
  "GET /api/people/{id}": { who: "everybody", secret: "person" },
  "GET /api/people/{id}/history": { who: "everybody", secret: "person" },
  "GET /api/people/{id}/custody": { who: "everybody", secret: "person" },
  "GET /api/teams": everybody,
  "POST /api/teams": it,
  "GET /api/teams/{id}": { who: "everybody", secret: "team" },
  "PATCH /api/teams/{id}": it,
  "GET /api/teams/{id}/history": { who: "everybody", secret: "team" },
  "GET /api/teams/{id}/overview": { who: "everybody", secret: "team" },

  "GET /api/devices": everybody,
  "POST /api/devices": it,
  "POST /api/devices/bulk": it,
  "POST /api/devices/bulk/preview": it,
  "GET /api/devices/summary": everybody,
  "GET /api/devices/glance": everybody,
  "GET /api/devices/{id}": { who: "everybody", secret: "device" },
  "PATCH /api/devices/{id}": it,
  "DELETE /api/devices/{id}": it,
  "GET /api/devices/{id}/history": { who: "everybody", secret: "device" },
  "POST /api/devices/{id}/assign": it,
  "POST /api/devices/{id}/return": it,
  "POST /api/devices/{id}/dispose": it,
  "POST /api/devices/{id}/restore": it,
  "GET /api/device-labels": everybody,
  "POST /api/device-labels": it,
  "PATCH /api/device-labels/{id}": it,
  "DELETE /api/device-labels/{id}": it,
  "GET /api/device-problems": { who: "managers" },
  "GET /api/device-problems/{id}": { who: "managers" },
  "PATCH /api/device-problems/{id}": it,
  "GET /api/my/device-problems": everybody,
  "POST /api/device-problems/{id}/resolve": it,

  "GET /api/settings/os-support": roles,
  "PUT /api/settings/os-support": { who: "administrators" },
  "DELETE /api/settings/os-support": { who: "administrators" },
  "GET /api/settings/calendar": roles,
  "PUT /api/settings/calendar": { who: "administrators" },
  "GET /api/settings/replacement-ages": roles,
  "PUT /api/settings/replacement-ages": { who: "administrators" },

  "GET /api/check-ins": roles,
  "POST /api/check-ins": it,
  "GET /api/check-ins/{id}": roles,
  "PATCH /api/check-ins/{id}": it,
  "POST /api/check-ins/preview": it,
  "POST /api/check-ins/card-preview": it,
  "POST /api/check-ins/{id}/deliveries/{deliveryId}/retry": it,
  "POST /api/check-ins/{id}/launch": it,
  "POST /api/check-ins/{id}/pause": it,
  "POST /api/check-ins/{id}/resume": it,
  "POST /api/check-ins/{id}/close": it,
  "POST /api/check-ins/{id}/cancel": it,
  "POST /api/check-ins/{id}/end-series": it,
  "GET /api/check-ins/{id}/progress": roles,
  "GET /api/check-ins/{id}/deliveries": roles,
  "GET /api/check-ins/{id}/summary": roles,
  "GET /api/sending-hold": roles,
  "POST /api/sending-hold/release": it,
  "GET /api/check-ins/{id}/licence-review": roles,
  "GET /api/licence-reviews": roles,
  "GET /api/licence-prices": roles,
  "POST /api/licence-prices/import": it,
  "DELETE /api/licences/{skuId}/prices/{from}": it,
  "GET /api/licences/costs": roles,
  "GET /api/licences/overlaps": roles,
  "GET /api/licences/{skuId}/overlaps/{withinSkuId}": roles,
  "GET /api/licences/renewals": roles,
  "GET /api/exports/licence-prices.csv": roles,
  "GET /api/exports/licence-prices.xlsx": roles,
  "PUT /api/licence-reviews/{deliveryId}/released": it,

  "GET /api/findings": { who: "managers" },
  "GET /api/findings/summary": { who: "managers" },
  "GET /api/findings/{id}": { who: "managers", secret: "finding" },
  "GET /api/findings/{id}/history": { who: "managers", secret: "finding" },
  "PATCH /api/findings/{id}": it,
  "POST /api/findings/round": it,
  "GET /api/stock-takes": { who: "managers" },
  "POST /api/stock-takes": it,
  "GET /api/stock-takes/{id}": { who: "managers", secret: "stock-take" },
  "GET /api/stock-takes/{id}/items": { who: "managers", secret: "stock-take" },
  "GET /api/stock-takes/{id}/history": roles,
  "POST /api/stock-takes/{id}/close": it,
  "POST /api/stock-takes/{id}/scans": it,
  "PATCH /api/stock-takes/{id}/items/{itemId}": it,
  "DELETE /api/stock-takes/{id}/items/{itemId}": it,
  "GET /api/exports/stock-takes/{id}/items.csv": { who: "managers", secret: "stock-take" },

  "GET /api/surveys": { who: "managers" },
  "POST /api/surveys": it,
  "POST /api/surveys/card-preview": it,
  "GET /api/surveys/{id}": { who: "managers", secret: "survey" },
  "PATCH /api/surveys/{id}": it,
  "DELETE /api/surveys/{id}": it,
  "POST /api/surveys/{id}/open": it,
  "POST /api/surveys/{id}/close": it,
  "GET /api/surveys/{id}/training": { who: "managers", secret: "survey" },
  "GET /api/surveys/{id}/results": { who: "managers", secret: "survey" },
  "GET /api/exports/surveys/{id}/results.csv": { who: "managers", secret: "survey" },
  "GET /api/surveys/{id}/trend": { who: "managers", secret: "survey" },
  "GET /api/exports/surveys/{id}/trend.csv": { who: "managers", secret: "survey" },
  "GET /api/survey-programmes": roles,
  "POST /api/survey-programmes": it,
  "GET /api/survey-programmes/{id}": roles,
  "PATCH /api/survey-programmes/{id}": it,
  "GET /api/my/surveys": everybody,
  "POST /api/my/surveys/{id}/response": everybody,
  "DELETE /api/my/surveys/{id}/response": { who: "everybody", secret: "survey" },

  "GET /api/imports": it,
  "POST /api/imports": it,

  "GET /api/imports/progress/{key}": it,
  "POST /api/imports/columns": it,
  "POST /api/imports/{id}/undo": it,
  "GET /api/exports/applications.csv": everybody,
  "GET /api/exports/applications.xlsx": everybody,
  "GET /api/exports/contracts.csv": everybody,
  "GET /api/exports/contracts.xlsx": everybody,
  "GET /api/exports/devices.csv": everybody,
  "GET /api/exports/devices.xlsx": everybody,
  "GET /api/disclosure-rules": it,
  "PUT /api/disclosure-rules": it,
  "GET /api/applications/{id}/disclosure-rules": it,
  "PUT /api/applications/{id}/disclosure-rules": { ...it, secret: "application" },
  "GET /api/exports/freedom-of-information.csv": it,
  "GET /api/exports/freedom-of-information.xlsx": it,
  "GET /api/exports/people.csv": everybody,
  "GET /api/exports/people.xlsx": everybody,
  "GET /api/exports/teams.csv": everybody,
  "GET /api/exports/teams.xlsx": everybody,

  "GET /api/applications": everybody,
  "POST /api/applications": it,
  "GET /api/applications/{id}": { who: "everybody", secret: "application" },
  "PATCH /api/applications/{id}": it,
  "DELETE /api/applications/{id}": it,
  "GET /api/applications/{id}/history": { who: "everybody", secret: "application" },
  "PUT /api/applications/{id}/teams/{teamId}": it,
  "DELETE /api/applications/{id}/teams/{teamId}": it,
  "GET /api/contracts": everybody,
  "POST /api/contracts": it,
  "GET /api/contracts/{id}": { who: "everybody", secret: "contract" },
  "PATCH /api/contracts/{id}": it,
  "DELETE /api/contracts/{id}": it,
  "GET /api/my/contract-calendar": everybody,
  "POST /api/my/contract-calendar": everybody,
  "DELETE /api/my/contract-calendar": everybody,
  "GET /api/calendars/{secret}/contracts.ics": { who: "open" },
  "GET /api/integrations": everybody,
  "POST /api/integrations": it,
  "GET /api/integrations/{id}": everybody,
  "DELETE /api/integrations/{id}": it,
  "GET /api/suppliers": roles,

  "GET /api/rollouts": everybody,
  "POST /api/rollouts": it,
  "GET /api/rollouts/{id}": { who: "everybody", secret: "rollout" },
  "PATCH /api/rollouts/{id}": it,
  "GET /api/rollouts/{id}/progress": { who: "everybody", secret: "rollout" },
  "GET /api/rollouts/{id}/history": roles,
  "POST /api/rollouts/{id}/waves": it,
  "GET /api/waves/{id}": { who: "everybody", secret: "wave" },
  "PATCH /api/waves/{id}": it,
  "GET /api/waves/{id}/gates": { who: "managers", secret: "wave" },
  "GET /api/waves/{id}/progress": { who: "everybody", secret: "wave" },
  "POST /api/waves/{id}/decision": it,
  "POST /api/waves/{id}/pause": it,
  "POST /api/waves/{id}/resume": it,
  "POST /api/waves/{id}/finish": it,
  "POST /api/waves/{id}/roll-back": it,
  "GET /api/waves/{id}/participants": { who: "everybody", secret: "wave" },
  "PATCH /api/waves/{id}/participants": it,
  "GET /api/rollouts/{id}/blockers": { who: "everybody", secret: "rollout" },
  "POST /api/rollouts/{id}/blockers": it,
  "GET /api/blockers/{id}": { who: "everybody", secret: "blocker" },
  "PATCH /api/blockers/{id}": it,
  "GET /api/rollouts/{id}/training": { who: "everybody", secret: "rollout" },
  "POST /api/rollouts/{id}/training": it,
  "GET /api/training/{id}": { who: "everybody", secret: "training" },
  "PUT /api/training/{id}/attendance": it,
  "POST /api/training/{id}/attendance/file": it,
  "POST /api/training/{id}/ask": it,
  "GET /api/training/{id}/attendance.csv": it,
  "GET /api/vendor-changes": roles,
  "GET /api/vendor-changes/{id}": roles,
  "PATCH /api/vendor-changes/{id}": it,
  "GET /api/courses": { who: "managers" },
  "POST /api/courses": it,
  "GET /api/courses/{id}": { who: "managers" },
  "PATCH /api/courses/{id}": it,
  "GET /api/courses/{id}/sessions": { who: "managers" },
  "POST /api/courses/{id}/sessions": it,
  "GET /api/courses/{id}/history": roles,
  "GET /api/courses/{id}/figures": { who: "managers" },
  "GET /api/training-requests": roles,

  "GET /api/licences": roles,
  "GET /api/licences/overview": roles,
  "GET /api/licences/{skuId}": roles,
  "GET /api/licences/{skuId}/holders": roles,
  "PUT /api/licences/{skuId}/price": it,
  "PUT /api/licences/{skuId}/owner": it,
  "PUT /api/licences/renewals/{source}/{id}/decision": it,
  "GET /api/graph-sync": roles,
  "GET /api/graph-sync/devices": roles,
  "POST /api/graph-sync/devices/add": it,
  "POST /api/graph-sync/devices/{id}/decision": it,
  "GET /api/settings/home-team": roles,
  "PUT /api/settings/home-team": it,
  "POST /api/settings/home-team/preview": it,
  "GET /api/directory-groups": roles,
  "POST /api/graph-sync": { who: "administrators" },
  "POST /api/graph-sync/{id}/approval": { who: "administrators" },
  "GET /api/audit-events": { who: "evidence" },
  "GET /api/exports/audit-events.csv": { who: "evidence" },
  "GET /api/retention": { who: "evidence" },
  "PUT /api/retention": { who: "administrators" },
  "POST /api/retention/dry-run": { who: "administrators" },
  "GET /api/leavers": roles,
  "GET /api/people/{id}/data-export": { who: "administrators" },
  "POST /api/people/{id}/erasure": { who: "administrators" },
};
