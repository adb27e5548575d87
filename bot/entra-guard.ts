import { z } from "zod";
import { bearerToken } from "../src/platform/bearer-token";
import type { Clock } from "../src/platform/clock";
import type { SigningKeys } from "../src/platform/signing-keys";
import { readSignedToken, type SignedToken, TokenRefused } from "../src/services/signed-token";
import { type BotGuard, ignore, refuse } from "./bot-guard";
import type { BotIdentity } from "./bot-identity";
import { type IncomingActivity, tenantsOf } from "./incoming-activity";
import type { SdkCheck } from "./sdk-check";

interface Door {
  readonly identity: BotIdentity;
  readonly keys: SigningKeys;
  readonly clock: Clock;
  /** The SDK's own check, behind ours. */
  readonly sdkCheck: SdkCheck;
}

const issuer = "https://api.botframework.com";
const channel = "msteams";
const claims = z.looseObject({ aud: z.string(), serviceurl: z.string() });

/**
 * The door of `AUTH=entra`: activities that the Bot Framework signed for this bot, through Teams, from the tenant that
 * is served. The token names the service address; an activity that names another one was not sent with it.
 */
export function entraGuard(door: Door): BotGuard {
  return async (request) => {
    const token = bearerToken(request);
    if (token === null) return refuse(401, "no single bearer token");
    try {
      const signed = await readSignedToken(token, { keys: door.keys, name: issuer }, door.clock.now());
      const { serviceurl, ...told } = claimsFor(door.identity, signed);
      const objection = await door.sdkCheck(request, door.keys);
      if (objection !== null) return refuse(401, `SDK: ${objection}`);
      return {
        admitted: true,
        claims: { ...told, serviceurl },
        judge: (activity) => judge(door.identity, serviceurl, activity),
      };
    } catch (error) {
      if (error instanceof TokenRefused) return refuse(401, error.message);
      throw error;
    }
  };
}

function claimsFor({ clientId }: BotIdentity, signed: SignedToken): z.output<typeof claims> {
  if (!signed.signedWith.endorsements.includes(channel))
    throw new TokenRefused("key: not endorsed for Teams");
  const parsed = claims.safeParse(signed.claims);
  if (!parsed.success) throw new TokenRefused(`claim: ${parsed.error.issues[0]?.path.join(".")}`);
  if (parsed.data.aud !== clientId) throw new TokenRefused("claim: aud");
  return parsed.data;
}

function judge(identity: BotIdentity, proved: string, activity: IncomingActivity) {
  if (activity.serviceUrl !== proved) return refuse(403, "service address is not the token's");
  if (!identity.maySendTo(activity.serviceUrl)) return refuse(403, "service address is not allowed");
  if (activity.channelId !== channel) return refuse(403, "channel is not Teams");
  const tenants = tenantsOf(activity);
  const ours = tenants.length > 0 && tenants.every((tenant) => tenant.toLowerCase() === identity.tenantId);
  return ours ? null : ignore("activity of another tenant");
}
