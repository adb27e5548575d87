import type { GraphRecord } from "./council-people";
import type { GraphAnswer, GraphTenant } from "./graph-tenant";
import { activeUsers } from "./usage-report";

const wholeOrigin = "https://graph.microsoft.com";

export function problem(status: number, code: string, headers: Record<string, string> = {}): GraphAnswer {
  return { status, headers, body: { error: { code, message: `spoilt: ${code}`, innerError: {} } } };
}

/** What a healthy Graph answers to a GET; null for a path that the stand-in does not know. */
export function answerGet(tenant: GraphTenant, url: URL): GraphAnswer | null {
  const path = url.pathname.replace(/^\/v1\.0\//, "");
  const { council } = tenant;
  const select = url.searchParams.get("$select") ?? "";
  if (path === "users/delta") return usersDelta(tenant, url);
  if (path === "users") {
    if (select.includes("signInActivity") && !tenant.permissions.has("AuditLog.Read.All")) {
      return problem(403, "Authentication_MSGraphPermissionMissing");
    }
    const most = select.includes("signInActivity") ? 500 : 999;
    const found = asked(url, [...council.people.values()]);
    return guarded(tenant, "User.Read.All", () => page(tenant, url, found, most));
  }
  if (path === "directory/deletedItems/microsoft.graph.user") {
    return guarded(tenant, "User.Read.All", () => page(tenant, url, [...tenant.deleted.values()], 999));
  }
  if (path === "subscribedSkus") {
    return guarded(tenant, "LicenseAssignment.Read.All", () => page(tenant, url, council.skus, 999));
  }
  if (path === "directory/subscriptions") {
    return guarded(tenant, "Organization.Read.All", () => page(tenant, url, council.subscriptions, 999));
  }
  if (path === "groups")
    return guarded(tenant, "GroupMember.Read.All", () => page(tenant, url, council.groups, 999));
  const membership = /^groups\/([^/]+)\/(members|owners)$/.exec(path);
  if (membership) {
    return guarded(tenant, "GroupMember.Read.All", () => members(tenant, url, membership[1], membership[2]));
  }
  if (path === "deviceManagement/managedDevices") {
    const permission = "DeviceManagementManagedDevices.Read.All";
    return guarded(tenant, permission, () => page(tenant, url, council.managedDevices, 1_000, 1_000));
  }
  if (path === "devices")
    return guarded(tenant, "Device.Read.All", () => page(tenant, url, council.devices, 999));
  if (path === "admin/serviceAnnouncement/messages") {
    return guarded(tenant, "ServiceMessage.Read.All", () => page(tenant, url, council.messages, 1_000));
  }
  if (path === "admin/reportSettings") {
    const body = { displayConcealedNames: tenant.concealNames };
    return guarded(tenant, "ReportSettings.Read.All", () => ({ status: 200, body }));
  }
  if (path.startsWith("reports/getOffice365ActiveUserDetail(")) {
    const location = `${tenant.linksAs === "real" ? wholeOrigin : url.origin}/reports/download?id=1`;
    return guarded(tenant, "Reports.Read.All", () => ({ status: 302, headers: { location }, body: "" }));
  }
  if (url.pathname === "/reports/download") return { status: 200, body: activeUsers(tenant) };
  return null;
}

/** `$filter=id in ('a','b')`, of which Graph takes 15 at most. */
function asked(url: URL, people: readonly GraphRecord[]): readonly GraphRecord[] {
  const listed = /^id in \((.*)\)$/.exec(url.searchParams.get("$filter") ?? "")?.[1]?.split(",");
  if (listed === undefined) return people;
  if (listed.length > 15) throw new Error("a filter with more than 15 values");
  const ids = new Set(listed.map((quoted) => quoted.slice(1, -1)));
  return people.filter(({ id }) => ids.has(id));
}

function guarded(tenant: GraphTenant, permission: string, answer: () => GraphAnswer): GraphAnswer {
  return tenant.permissions.has(permission) ? answer() : problem(403, "Authorization_RequestDenied");
}

function members(tenant: GraphTenant, url: URL, groupId?: string, kind?: string): GraphAnswer {
  const group = tenant.council.groups.find(({ id }) => id === groupId);
  if (group === undefined) return problem(404, "Request_ResourceNotFound");
  const ids = kind === "owners" ? group.ownerIds : group.memberIds;
  const type = { "@odata.type": "#microsoft.graph.user" };
  const service = { "@odata.type": "#microsoft.graph.servicePrincipal", id: `service of ${group.id}` };
  const isUntold = group.visibility === "HiddenMembership" && !tenant.permissions.has("Member.Read.Hidden");
  if (isUntold) return page(tenant, url, [], 999);
  const people = ids.filter((id) => tenant.council.people.has(id)).map((id) => ({ ...type, id }));
  return page(tenant, url, kind === "owners" ? people : [...people, service], 999);
}

/** One page, with `$select`, `$top` up to `most`, as many as `usual` without it, and a link to the next. */
function page(
  tenant: GraphTenant,
  url: URL,
  all: readonly GraphRecord[],
  most: number,
  usual = 100,
): GraphAnswer {
  const top = Math.min(Number(url.searchParams.get("$top") ?? usual) || usual, most);
  const from = Number(url.searchParams.get("$skiptoken") ?? 0);
  const value = all.slice(from, from + top).map((record) => selected(record, url.searchParams));
  const next = from + top < all.length ? { "@odata.nextLink": linkTo(tenant, url, from + top) } : {};
  return { status: 200, body: { "@odata.context": `${wholeOrigin}/v1.0/$metadata`, value, ...next } };
}

export function linkTo(tenant: GraphTenant, url: URL, skip: number, again = 0): string {
  const link = new URL(url.pathname + url.search, tenant.linksAs === "real" ? wholeOrigin : url.origin);
  link.searchParams.set("$skiptoken", String(skip));
  if (again > 0) link.searchParams.set("again", String(again));
  return link.href;
}

function selected(record: GraphRecord, query: URLSearchParams): Record<string, unknown> {
  const select = query.get("$select");
  if (select === null) return { ...record };
  const expanded = /^manager/.test(query.get("$expand") ?? "") ? ["manager"] : [];
  const type = record["@odata.type"] === undefined ? [] : ["@odata.type"];
  const wanted = ["id", ...type, ...select.split(",").filter((name) => name !== "manager"), ...expanded];
  const known = wanted.filter((name) => record[name] !== undefined);
  return Object.fromEntries(known.map((name) => [name, record[name]]));
}

const deltaPage = 20;

/**
 * `$deltatoken=latest` says where the present ends; a later token gives what changed since, as often as it changed,
 * managers as links.
 */
function usersDelta(tenant: GraphTenant, url: URL): GraphAnswer {
  if (!tenant.permissions.has("User.Read.All")) return problem(403, "Authorization_RequestDenied");
  const token = url.searchParams.get("$deltatoken");
  const now = tenant.changes.length;
  const link = new URL(url.pathname + url.search, tenant.linksAs === "real" ? wholeOrigin : url.origin);
  link.searchParams.set("$deltatoken", String(now));
  const since = token === "latest" ? now : Number(token ?? 0);
  if (since < tenant.oldestDelta) {
    return problem(410, "resyncRequired", { location: `${link.origin}/v1.0/users/delta?$deltatoken=` });
  }
  const skip = Number(url.searchParams.get("$skiptoken") ?? 0);
  const changed = tenant.changes.slice(since, now);
  const ids = changed.slice(skip, skip + deltaPage);
  link.searchParams.delete("$skiptoken");
  const value = ids.map((id) => {
    const person = tenant.council.people.get(id);
    if (person === undefined) return { id, "@removed": { reason: "changed" } };
    const { manager, signInActivity: _never, ...rest } = person as GraphRecord & { manager?: { id: string } };
    const delta = manager === undefined ? [] : [{ "@odata.type": "#microsoft.graph.user", id: manager.id }];
    return { ...selected(rest, url.searchParams), "manager@delta": delta };
  });
  const more = changed.length > skip + deltaPage;
  const next = more
    ? { "@odata.nextLink": linkTo(tenant, url, skip + deltaPage) }
    : { "@odata.deltaLink": link.href };
  return { status: 200, body: { value, ...next } };
}
