import { z } from "zod";
import { type Role, roles } from "../domain/permission";
import type { Environment } from "../platform/environment";
import { TokenRefused } from "../services/signed-token";

/**
 * The clients that host tabs: Teams (desktop and mobile, web), Microsoft 365 (web, desktop, mobile) and Outlook (web,
 * mobile; desktop shares its id with Microsoft 365 mobile).
 * Source: "Configure your tab app in Microsoft Entra ID", learn.microsoft.com/microsoftteams/platform/tabs/how-to/
 * authentication/tab-sso-register-aad, read in November 2026.
 */
export const publishedTabClients: readonly string[] = [
  "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
  "5e3ce6c0-2b1f-4285-8d4b-75ee78787346",
  "4765445b-32c6-49b0-83e6-1d93765276ca",
  "0ec893e0-5785-4de6-99da-4ed124e5296c",
  "d3590ed6-52b3-4102-aeff-aad2292ab01c",
  "bc59ab01-8403-45c6-8796-ac3ef710b3e3",
  "27922004-5251-4030-b22d-91ecd9a37ea4",
];

/** What a token for the tab's API must say. */
export interface TabApi {
  readonly tenantId: string;
  readonly issuer: string;
  readonly audiences: ReadonlySet<string>;
  readonly clients: ReadonlySet<string>;
}

/** Who a token speaks of. */
export interface TabIdentity {
  /** Entra object id, in small letters. */
  readonly personId: string;
  readonly roles: readonly Role[];
}

type TabSettings = Pick<
  Environment,
  "ENTRA_TENANT_ID" | "TAB_CLIENT_ID" | "TAB_ALLOWED_CLIENTS" | "PUBLIC_URL"
>;

export function tabApiOf(environment: TabSettings): TabApi {
  const tenantId = (environment.ENTRA_TENANT_ID ?? "").toLowerCase();
  const clientId = (environment.TAB_CLIENT_ID ?? "").toLowerCase();
  const { host, hostname } = new URL(environment.PUBLIC_URL);
  const places = ["", `${host}/`, `${hostname}/`];
  return {
    tenantId,
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    audiences: new Set([clientId, ...places.map((place) => `api://${place}${clientId}`)]),
    clients: new Set(environment.TAB_ALLOWED_CLIENTS ?? publishedTabClients),
  };
}

/** A token of an application acting by itself has no `scp`; `idtyp` says so too where it is asked for. */
const claims = z.object({
  tid: z.string(),
  aud: z.string(),
  ver: z.literal("2.0"),
  scp: z.string(),
  azp: z.string(),
  oid: z.guid(),
  idtyp: z.literal("user").optional(),
  roles: z.array(z.string()).max(100).optional(),
});

/**
 * @param token the claims of a token whose signature, issuer and time are right
 * @throws TokenRefused
 */
export function tabIdentity(token: unknown, api: TabApi): TabIdentity {
  const parsed = claims.safeParse(token);
  if (!parsed.success) throw new TokenRefused(`claim: ${parsed.error.issues[0]?.path.join(".")}`);
  const { tid, aud, scp, azp, oid, roles: given = [] } = parsed.data;
  if (tid !== api.tenantId) throw new TokenRefused("claim: tid");
  if (!api.audiences.has(aud)) throw new TokenRefused("claim: aud");
  if (!scp.split(" ").includes("access_as_user")) throw new TokenRefused("claim: scp");
  if (!api.clients.has(azp)) throw new TokenRefused("claim: azp");
  return { personId: oid.toLowerCase(), roles: roles.filter((role) => given.includes(role)) };
}
