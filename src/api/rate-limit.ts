import { Refusal } from "../domain/refusal";

/** What is counted together: reading, changing, what moves whole files in or out, calendars that are fetched, and Microsoft. */
export const limitedKinds = ["read", "write", "transfer", "signIn", "calendar", "microsoft"] as const;
export type LimitedKind = (typeof limitedKinds)[number];

/** Requests a minute. */
export type Limits = Readonly<Record<LimitedKind, number>>;

/**
 * For each person, in production. Signing in is Entra's there; nothing is counted for it. Calendars are counted by the
 * address they are fetched from, which may be one mail service for the whole council.
 */
export const personLimits: Limits = {
  read: 120,
  write: 120,
  transfer: 6,
  signIn: 60,
  calendar: 300,
  microsoft: 6,
};

/**
 * For `AUTH=local`, which is one developer's own machine: scripts, load tests and whole test suites come in as one
 * person. High enough for them, and still an end to a loop that has gone wild.
 */
export const localLimits: Limits = {
  read: 6_000_000,
  write: 600_000,
  transfer: 60_000,
  signIn: 60_000,
  calendar: 60_000,
  microsoft: 60_000,
};

const windowMs = 60_000;
/** Past this many counters the finished ones are swept out, so that memory stays flat. */
const sweepFrom = 10_000;

/** Counts a request; throws when there were too many. */
export type CountRequest = (kind: LimitedKind, who: string) => void;

interface Counter {
  count: number;
  readonly startedAt: number;
}

/**
 * Counters of this process alone: several replicas each let a person have the whole figure.
 * @param now monotonic, in milliseconds
 * @throws Refusal too-many `too-many-requests` with the seconds to wait
 */
export function rateLimit(limits: Limits, now: () => number = () => performance.now()): CountRequest {
  const counters = new Map<string, Counter>();
  const sweep = (before: number) => {
    for (const [key, { startedAt }] of counters) if (startedAt <= before) counters.delete(key);
  };
  return (kind, who) => {
    const key = `${kind} ${who}`;
    const at = now();
    let counter = counters.get(key);
    if (counter === undefined || at - counter.startedAt >= windowMs) {
      if (counters.size >= sweepFrom) sweep(at - windowMs);
      counter = { count: 0, startedAt: at };
      counters.set(key, counter);
    }
    if (counter.count >= limits[kind]) {
      const seconds = Math.max(1, Math.ceil((counter.startedAt + windowMs - at) / 1_000));
      throw new Refusal("too-many", "too-many-requests", { seconds });
    }
    counter.count += 1;
  };
}

/**
 * Exports, imports and what is put together about a person move much at once, and some requests lead to others to Microsoft;
 * the rest reads or changes.
 */
export function limitedKindOf(method: string, path: string, open = false): LimitedKind {
  if (open) return path.startsWith("/api/calendars/") ? "calendar" : "signIn";
  if (/^\/api\/exports\/|\/data-export$/.test(path)) return "transfer";
  if (path === "/api/my/licences/now") return "microsoft";
  if (method === "POST" && /^\/api\/imports(\/|$)|\/attendance\/file$/.test(path)) return "transfer";
  return method === "GET" ? "read" : "write";
}
