import { ConsentMissing, type Host } from "../../../tab/session/host";
import { openSession } from "../../../tab/session/sign-in";
import { type FakeServer, ok, problem, startFakeServer } from "../fake-server";
import { somebody } from "../render-page";

let server: FakeServer;

function host(getToken: Host["getToken"]): Host {
  return {
    theme: "default",
    locale: "en-GB",
    subPage: null,
    onTheme: () => undefined,
    getToken,
    askConsent: async () => undefined,
    tellReady: () => undefined,
    tellFailed: () => undefined,
  };
}

beforeEach(() => {
  window.history.replaceState(null, "", "/tab/");
  server = startFakeServer();
  server.answer("GET /api/me", ({ headers }) =>
    headers.get("authorization") === "Bearer good" ? ok(somebody()) : problem(401, "Sign in first."),
  );
});

test("in Teams the host's token is who I am, and the local door is not even asked", async () => {
  const session = await openSession(host(async () => "good"));
  expect(session).toMatchObject({ state: "signed-in", local: false });
  expect(server.askedFor("GET /local/people")).toHaveLength(0);
});

test("in Teams without a token, local mode offers the picker", async () => {
  server.answer("GET /local/people", ok({ items: [] }));
  const refusing = host(() => Promise.reject(new Error("resourceDisabled")));
  expect(await openSession(refusing)).toEqual({ state: "choosing" });
});

test("in Teams without a token and without local mode, the refusal is told", async () => {
  const session = await openSession(host(async () => "stale"));
  expect(session).toMatchObject({ state: "failed", problem: { status: 401, requestId: "req-7f3a" } });
});

test("in Teams without consent, the person is asked for it, and only by the first request", async () => {
  const missing = host(() => Promise.reject(new ConsentMissing()));
  expect(await openSession(missing)).toEqual({ state: "consent-needed" });
  const asked: boolean[] = [];
  const counting = host(async (silent) => {
    asked.push(silent);
    return silent ? "good" : "stale";
  });
  expect(await openSession(counting)).toMatchObject({ state: "signed-in" });
  expect(asked).toEqual([false, true]);
});

test("a server that cannot be reached is not taken for one without a local door", async () => {
  globalThis.fetch = () => Promise.reject(new TypeError("connection refused"));
  await expect(openSession(null)).rejects.toMatchObject({ status: 0 });
});
