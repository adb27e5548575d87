import { z } from "zod";
import type { Clock } from "../src/platform/clock";
import type { BotIdentity } from "./bot-identity";
import type { ClientProof } from "./client-proof";

/** The bot's access token for the Bot Connector. */
export interface ConnectorTokens {
  /** @throws NoConnectorToken */
  current(): Promise<string>;
  /**
   * A new one in place of a token that the connector refused; those refused at the same time share one. The same again
   * where it has just taken another's place: then it is not the token that is refused.
   */
  inPlaceOf(refused: string): Promise<string>;
}

/** There is no token to be had: nothing was sent. */
export class NoConnectorToken extends Error {}

interface Held {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly renewAt: number;
  readonly expiresAt: number;
}

interface Source {
  readonly identity: Pick<BotIdentity, "clientId" | "tenantId" | "tokenOrigins">;
  readonly proof: ClientProof;
  readonly clock: Clock;
}

const scope = "https://api.botframework.com/.default";
const withinMs = 3_000;
const renewBeforeMs = 5 * 60_000;
/** Within that time a new token is not replaced by a newer one. */
const restAfterReplacingMs = 30_000;
/** A token endpoint that has just refused is not asked again for every message that waits. */
const restAfterFailureMs = 2_000;

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const refusal = z.object({ error: z.string().max(100), error_codes: z.array(z.number()).optional() });

export function connectorTokens(source: Source): ConnectorTokens {
  let held: Held | null = null;
  let fetching: Promise<string> | null = null;
  let replacedAt = Number.NEGATIVE_INFINITY;
  let failure: { readonly at: number; readonly error: NoConnectorToken } | null = null;
  const now = () => source.clock.now().getTime();

  function fetchOnce(): Promise<string> {
    if (failure !== null && Math.abs(now() - failure.at) < restAfterFailureMs)
      return Promise.reject(failure.error);
    fetching ??= fetchToken(source)
      .then(
        (fresh) => {
          held = fresh;
          failure = null;
          return fresh.token;
        },
        (error: unknown) => {
          const problem = new NoConnectorToken(reasonOf(error));
          failure = { at: now(), error: problem };
          throw problem;
        },
      )
      .finally(() => {
        fetching = null;
      });
    return fetching;
  }

  return {
    async current() {
      if (held === null || now() >= held.expiresAt) return fetchOnce();
      if (now() >= held.renewAt) void fetchOnce().catch(() => undefined);
      return held.token;
    },
    async inPlaceOf(refused) {
      if (held !== null && held.token !== refused) return held.token;
      if (Math.abs(now() - replacedAt) < restAfterReplacingMs) return refused;
      const fresh = await fetchOnce();
      replacedAt = now();
      return fresh;
    },
  };
}

async function fetchToken({ identity, proof, clock }: Source): Promise<Held> {
  const begun = clock.now();
  const { clientId, tenantId, tokenOrigins } = identity;
  const form = { grant_type: "client_credentials", client_id: clientId, scope, ...(await proof(begun)) };
  const { status, body } = await askInTurn(tokenOrigins, `/${tenantId}/oauth2/v2.0/token`, form);
  const answer = tokenAnswer.safeParse(body);
  if (status !== 200 || !answer.success) throw new NoConnectorToken(refusedBecause(status, body));
  const lifeMs = answer.data.expires_in * 1_000;
  const at = begun.getTime();
  const renewAt = at + Math.max(lifeMs - renewBeforeMs, lifeMs / 2);
  return { token: answer.data.access_token, renewAt, expiresAt: at + lifeMs };
}

/** A place that gives neither a token nor a reason has no token endpoint; then the next one is asked. */
async function askInTurn(origins: readonly string[], path: string, form: Record<string, string>) {
  let last: { status: number; body: unknown } = { status: 0, body: null };
  for (const origin of origins) {
    last = await post(origin + path, form);
    if (tokenAnswer.safeParse(last.body).success || refusal.safeParse(last.body).success) break;
  }
  return last;
}

async function post(url: string, form: Record<string, string>): Promise<{ status: number; body: unknown }> {
  const body = new URLSearchParams(form);
  const signal = AbortSignal.timeout(withinMs);
  const response = await fetch(url, { method: "POST", body, redirect: "error", signal });
  return { status: response.status, body: await response.json().catch(() => null) };
}

/** Error codes only: descriptions repeat what was sent. */
function refusedBecause(status: number, body: unknown): string {
  const parsed = refusal.safeParse(body);
  if (!parsed.success) return `token endpoint answered ${status}`;
  const codes = parsed.data.error_codes?.map((code) => `AADSTS${code}`) ?? [];
  return [`token endpoint answered ${status}`, parsed.data.error, ...codes].join(" ");
}

function reasonOf(error: unknown): string {
  if (error instanceof NoConnectorToken) return error.message;
  return `token endpoint cannot be reached: ${error instanceof Error ? error.name : "unknown"}`;
}
