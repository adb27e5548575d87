import { problem } from "./graph-answers";
import type { GraphAnswer, GraphTenant } from "./graph-tenant";

/** What Graph tells a person of themselves; null for other paths. Tokens of the application name nobody. */
export function answerMe(
  tenant: GraphTenant,
  url: URL,
  authorization: string | undefined,
): GraphAnswer | null {
  const path = url.pathname.replace(/^\/v1\.0\//, "");
  if (path !== "me" && path !== "me/licenseDetails") return null;
  const { oid, scp } = claimsIn(authorization);
  if (typeof oid !== "string") return problem(400, "BadRequest");
  if (!String(scp).split(" ").includes("User.Read")) return problem(403, "Authorization_RequestDenied");
  const assignedLicenses = heldIn(tenant.council.people.get(oid)?.assignedLicenses);
  if (path === "me") return { status: 200, body: { assignedLicenses } };
  if (tenant.detailsNeedRole) return problem(403, "Authorization_RequestDenied");
  const value = assignedLicenses.map(({ skuId }) => {
    const skuPartNumber = tenant.council.skus.find((sku) => sku.skuId === skuId)?.skuPartNumber ?? "UNKNOWN";
    return { id: `details of ${skuId}`, skuId, skuPartNumber, servicePlans: [] };
  });
  return { status: 200, body: { value } };
}

function heldIn(assigned: unknown): readonly { readonly skuId: string }[] {
  return Array.isArray(assigned) ? assigned : [];
}

function claimsIn(authorization = ""): Readonly<Record<string, unknown>> {
  const part = authorization.split(".")[1];
  return part === undefined ? {} : JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
}
