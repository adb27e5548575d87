import type { DeliveryReason, SendOutcome } from "../src/domain/delivery";
import { NoConnectorToken } from "./connector-token";
import { ConnectorRefused, ForeignServiceUrl } from "./send-failure";

/** Error codes of the Bot Connector that stop a person until an install or a message from them. */
const blockedCodes: Readonly<Record<string, DeliveryReason>> = {
  BotNotInConversationRoster: "bot-removed",
  ForbiddenOperationException: "refused",
  ConversationBlockedByUser: "blocked-by-person",
  BotDisabledByAdmin: "disabled-by-admin",
  MessageWritesBlocked: "writes-blocked",
  ConversationNotFound: "conversation-gone",
};

/** Failures before a connection stood: nothing can have arrived. */
const neverArrived = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
];

/** What a failed attempt to send means for the delivery (platform facts: no retry of the SDK is relied on). */
export function outcomeOfFailure(error: unknown, now: Date): SendOutcome {
  if (error instanceof ForeignServiceUrl) return { kind: "blocked", reason: "refused" };
  if (error instanceof NoConnectorToken) return { kind: "later", retryAfterMs: null };
  if (error instanceof ConnectorRefused) return outcomeOfStatus(error, now);
  return neverArrived.includes(codeOf(error)) ? { kind: "later", retryAfterMs: null } : { kind: "unclear" };
}

/** True where the Bot Connector no longer accepts the bot itself, which concerns everybody. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof ConnectorRefused && error.status === 401;
}

function outcomeOfStatus(error: ConnectorRefused, now: Date): SendOutcome {
  const { status, headers, data } = error;
  if (status === 401) return { kind: "bot-refused" };
  if (status === 412 || status === 429) {
    return { kind: "later", retryAfterMs: retryAfterMs(headers.get("retry-after"), now) };
  }
  if (status === 408 || status >= 500) return { kind: "unclear" };
  const reason = blockedCodes[connectorCode(data)];
  return { kind: "blocked", reason: reason ?? (status === 404 ? "conversation-gone" : "refused") };
}

/** `Retry-After` in seconds or as an HTTP date; null when it says nothing usable. Never more than an hour. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), 3_600_000);
}

function connectorCode(data: unknown): string {
  const code = fieldOf(fieldOf(data, "error"), "code");
  return typeof code === "string" && Object.hasOwn(blockedCodes, code) ? code : "";
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined;
}

function codeOf(error: unknown): string {
  const code = fieldOf(fieldOf(error, "cause"), "code");
  return typeof code === "string" ? code : "";
}
