import { createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { failureOf } from "./failure";
import type { Log } from "./log";

export interface SigningKey {
  readonly key: KeyObject;
  /** The channels that a key of the Bot Framework may speak for; empty for all others. */
  readonly endorsements: readonly string[];
}

/** `stale` keys go on serving; with `none` nobody can be let in. */
export type KeyState = "fresh" | "stale" | "none";

/** The public keys of one issuer, kept in memory. */
export interface SigningKeys {
  /** The key of that id, read again where it is not known; null when there is none. */
  find(kid: string): Promise<SigningKey | null>;
  /** Those in memory, as JSON Web Keys; reads nothing. */
  published(): Promise<readonly JsonWebKey[]>;
  /** Whether the issuer could be reached when it was last asked; asks again every now and then. */
  state(): Promise<KeyState>;
}

export interface KeySource {
  /** Reads the issuer's JSON Web Key Set. */
  readonly read: () => Promise<unknown>;
  /** For the log. */
  readonly issuer: string;
  readonly log: Log;
  /** Milliseconds that only go forward, whatever happens to the clock on the wall. */
  readonly elapsed?: () => number;
}

/** Ids of keys come from strangers: however many they make up, the issuer is asked so often and no more. */
const readsPerMinute = 2;
const afterFailureMs = 5_000;
const probeAfterMs = 40_000;
const refreshAfterMs = 3_600_000;
/** A key that was withdrawn while nobody called must not open the door on the first call. */
const distrustAfterMs = 24 * 3_600_000;
const probeWithinMs = 500;

const keySet = z.object({
  keys: z.array(z.unknown()).max(1_000),
});
const publicKey = z.object({
  kty: z.literal("RSA"),
  kid: z.string().min(1).max(200),
  use: z.literal("sig").optional(),
  alg: z.literal("RS256").optional(),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).optional(),
});
const weakestBits = 2_048;

export function signingKeys(source: KeySource): SigningKeys {
  return new KeyRing(source);
}

class KeyRing implements SigningKeys {
  private keys: ReadonlyMap<string, SigningKey> = new Map();
  private readAt = Number.NEGATIVE_INFINITY;
  private failed = false;
  private attempts: number[] = [];
  private reading: Promise<void> | null = null;
  private readonly elapsed: () => number;

  constructor(private readonly source: KeySource) {
    this.elapsed = source.elapsed ?? (() => performance.now());
  }

  async find(kid: string): Promise<SigningKey | null> {
    const age = this.elapsed() - this.readAt;
    const known = this.keys.get(kid);
    if (known !== undefined && age < distrustAfterMs) {
      if (age > refreshAfterMs) void this.refresh();
      return known;
    }
    await this.refresh();
    return this.keys.get(kid) ?? null;
  }

  async published(): Promise<readonly JsonWebKey[]> {
    return [...this.keys].map(([kid, { key }]) => ({ ...key.export({ format: "jwk" }), kid, use: "sig" }));
  }

  async state(): Promise<KeyState> {
    if (this.failed || this.elapsed() - this.readAt > probeAfterMs) await patiently(this.refresh());
    if (this.keys.size === 0) return "none";
    return this.failed ? "stale" : "fresh";
  }

  private refresh(): Promise<void> {
    if (this.reading !== null) return this.reading;
    if (!this.mayRead()) return Promise.resolve();
    this.attempts.push(this.elapsed());
    this.reading = this.read().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  private mayRead(): boolean {
    const now = this.elapsed();
    this.attempts = this.attempts.filter((at) => now - at < 60_000);
    const last = this.attempts.at(-1);
    if (this.failed && last !== undefined && now - last < afterFailureMs) return false;
    return this.attempts.length < readsPerMinute;
  }

  /** A set without a single usable key is taken for a fault of the issuer, not for an order to let nobody in. */
  private async read(): Promise<void> {
    const { issuer, log } = this.source;
    try {
      const keys = usableKeys(await this.source.read());
      if (keys.size === 0) throw new Error("no usable key");
      this.keys = keys;
      this.readAt = this.elapsed();
      if (this.failed) log.info({ issuer }, "signing keys can be read again");
      this.failed = false;
    } catch (error) {
      this.failed = true;
      log.error({ issuer, cached: this.keys.size, ...failureOf(error) }, "signing keys cannot be read");
    }
  }
}

function usableKeys(document: unknown): Map<string, SigningKey> {
  const found = new Map<string, SigningKey>();
  for (const candidate of keySet.parse(document).keys) {
    const parsed = publicKey.safeParse(candidate);
    if (!parsed.success || found.has(parsed.data.kid)) continue;
    const { kid, kty, n, e, endorsements = [] } = parsed.data;
    const key = importKey({ kty, n, e });
    if (key !== null) found.set(kid, { key, endorsements });
  }
  return found;
}

function importKey(jwk: { kty: string; n: string; e: string }): KeyObject | null {
  try {
    const key = createPublicKey({ key: jwk, format: "jwk" });
    return (key.asymmetricKeyDetails?.modulusLength ?? 0) >= weakestBits ? key : null;
  } catch {
    return null;
  }
}

/** Whoever asks for the state is a probe, which would take a slow answer for none. */
async function patiently(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, probeWithinMs);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
