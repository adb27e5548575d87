import { pino } from "pino";
import { signingKeys } from "../../src/platform/signing-keys";
import { keyPair, publishedKey } from "../support/token-maker";

const one = keyPair("one");
const two = keyPair("two");
const weak = keyPair("weak", 1_024);
const minute = 60_000;

/** An issuer that publishes whatever the test says, and a clock that the test moves. */
function ring() {
  const issuer = { published: { keys: [publishedKey(one)] } as unknown, reads: 0, now: 0 };
  const keys = signingKeys({
    read: async () => {
      issuer.reads += 1;
      if (issuer.published instanceof Error) throw issuer.published;
      return issuer.published;
    },
    issuer: "test",
    log: pino({ level: "silent" }),
    elapsed: () => issuer.now,
  });
  return { issuer, keys };
}

it("reads the keys once for many tokens", async () => {
  const { issuer, keys } = ring();
  await Promise.all([1, 2, 3].map(() => keys.find("one")));
  expect((await keys.find("one"))?.key.asymmetricKeyType).toBe("rsa");
  expect(issuer.reads).toBe(1);
});

it("asks at most twice a minute, however many ids are made up", async () => {
  const { issuer, keys } = ring();
  const perMinute: number[] = [];
  for (let at = 0; at < 10_000; at++) {
    issuer.now = at * 30;
    const before = issuer.reads;
    expect(await keys.find(`made-up-${at}`)).toBeNull();
    if (issuer.reads > before) perMinute.push(issuer.now);
  }
  const within = (from: number) => perMinute.filter((at) => at >= from && at < from + minute).length;
  expect(Math.max(...perMinute.map(within))).toBe(2);
});

it("asks at most twice a minute when the issuer is down, and not twice at once", async () => {
  const { issuer, keys } = ring();
  issuer.published = new Error("down");
  await Promise.all([1, 2, 3].map(() => keys.find("one")));
  await keys.find("one");
  expect(issuer.reads).toBe(1);
  issuer.now = 6_000;
  await keys.find("one");
  issuer.now = 30_000;
  await keys.find("one");
  expect(issuer.reads).toBe(2);
  expect(await keys.state()).toBe("none");
});

it("finds a new key at once and forgets the withdrawn one", async () => {
  const { issuer, keys } = ring();
  await keys.find("one");
  issuer.published = { keys: [publishedKey(two)] };
  expect(await keys.find("two")).not.toBeNull();
  expect(await keys.find("one")).toBeNull();
});

it.each([
  ["an error", new Error("down")],
  ["no document", null],
  ["no keys", { keys: [] }],
  ["keys of another kind", { keys: [{ kty: "EC", kid: "one", crv: "P-256", x: "x", y: "y" }] }],
  ["garbage for a key", { keys: [{ kty: "RSA", kid: "one", n: "%%%", e: "" }] }],
  ["a key that is too short", { keys: [publishedKey(weak)] }],
  ["a key for another algorithm", { keys: [publishedKey(one, { alg: "RS512" })] }],
  ["a key for encryption", { keys: [publishedKey(one, { use: "enc" })] }],
])(
  "goes on with the keys it has when it is given %s, and says that they are stale",
  async (_what, published) => {
    const { issuer, keys } = ring();
    await keys.find("one");
    expect(await keys.state()).toBe("fresh");
    issuer.published = published;
    issuer.now = minute;
    expect(await keys.state()).toBe("stale");
    expect(await keys.find("one")).not.toBeNull();
    issuer.published = { keys: [publishedKey(one)] };
    issuer.now = 2 * minute;
    expect(await keys.state()).toBe("fresh");
  },
);

it("does not open the door on the first call after a day with a key withdrawn since", async () => {
  const { issuer, keys } = ring();
  await keys.find("one");
  issuer.published = { keys: [publishedKey(two)] };
  issuer.now = 25 * 3_600_000;
  expect(await keys.find("one")).toBeNull();
});

it("renews in the background after an hour", async () => {
  const { issuer, keys } = ring();
  await keys.find("one");
  issuer.published = { keys: [publishedKey(one), publishedKey(two)] };
  issuer.now = 2 * 3_600_000;
  expect(await keys.find("one")).not.toBeNull();
  expect(issuer.reads).toBe(2);
});

it("answers a probe before a slow issuer does", async () => {
  const log = pino({ level: "silent" });
  const keys = signingKeys({ read: () => new Promise(() => undefined), issuer: "slow", log });
  const begun = Date.now();
  expect(await keys.state()).toBe("none");
  expect(Date.now() - begun).toBeLessThan(1_500);
});
