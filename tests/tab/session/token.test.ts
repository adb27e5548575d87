import { currentToken, renewToken, takeTokensFrom } from "../../../tab/session/token";

const minute = 60_000;
let now = 1_800_000_000_000;
const clock = jest.spyOn(Date, "now").mockImplementation(() => now);

afterAll(() => clock.mockRestore());
afterEach(() => takeTokensFrom(null));

function lasting(ms: number, name = "token"): string {
  const body = window.btoa(JSON.stringify({ exp: (now + ms) / 1_000, name }));
  return `head.${body.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}.signature`;
}

function source(...tokens: readonly (string | Error)[]) {
  const asked = { times: 0 };
  const next = async () => {
    const token = tokens[Math.min(asked.times, tokens.length - 1)] ?? "";
    asked.times += 1;
    if (token instanceof Error) throw token;
    return token;
  };
  return { asked, next };
}

test("a token is kept until five minutes before its end, then renewed without anybody waiting for it", async () => {
  const first = lasting(60 * minute);
  const second = lasting(120 * minute);
  const { asked, next } = source(second);
  takeTokensFrom(next, first);
  now += 54 * minute;
  expect(await currentToken()).toBe(first);
  expect(asked.times).toBe(0);
  now += 2 * minute;
  expect(await currentToken()).toBe(first);
  await Promise.resolve();
  expect(await currentToken()).toBe(second);
  expect(asked.times).toBe(1);
});

test("a token that has run out is renewed before the call goes out", async () => {
  const second = lasting(120 * minute);
  const { next } = source(second);
  takeTokensFrom(next, lasting(10 * minute));
  now += 11 * minute;
  expect(await currentToken()).toBe(second);
});

test("a host that hands out the same token is not asked on every call", async () => {
  const first = lasting(4 * minute);
  const { asked, next } = source(first);
  takeTokensFrom(next, first);
  for (let call = 0; call < 20; call++) await currentToken();
  expect(asked.times).toBe(0);
  now += minute;
  for (let call = 0; call < 20; call++) await currentToken();
  expect(asked.times).toBe(1);
});

test("a renewal that fails leaves the old token, and is tried again a minute later", async () => {
  const first = lasting(6 * minute);
  const second = lasting(60 * minute);
  const { asked, next } = source(new Error("offline"), second);
  takeTokensFrom(next, first);
  now += 2 * minute;
  expect(await currentToken()).toBe(first);
  await renewToken(first);
  expect(await currentToken()).toBe(first);
  expect(asked.times).toBe(1);
  now += minute;
  await currentToken();
  await Promise.resolve();
  expect(await currentToken()).toBe(second);
});

test("a token that is not readable is kept until the server refuses it", async () => {
  const { asked, next } = source("fresh");
  takeTokensFrom(next, "opaque");
  now += 24 * 60 * minute;
  expect(await currentToken()).toBe("opaque");
  expect(await renewToken("opaque")).toBe("fresh");
  expect(asked.times).toBe(1);
});

test("what arrives for somebody who has signed out meanwhile is not kept", async () => {
  let hand: (token: string) => void = () => undefined;
  takeTokensFrom(
    () =>
      new Promise((resolve) => {
        hand = resolve;
      }),
  );
  const waiting = currentToken();
  takeTokensFrom(null);
  hand("late");
  await waiting;
  expect(await currentToken()).toBeNull();
});
