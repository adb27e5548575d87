import { afterFailure, mostTries, retryAfterMs } from "../../../src/domain/graph-sync/after-failure";

const now = new Date("2026-11-26T10:00:00Z");
const failure = (status: number, code: string | null = null, retryAfter: string | null = null) => ({
  status,
  code,
  retryAfter,
});

test("a throttled request waits as long as it is told, in seconds or to a date", () => {
  expect(afterFailure(failure(429, null, "17"), 1, now)).toEqual({ kind: "wait", ms: 17_000 });
  expect(retryAfterMs("Thu, 26 Nov 2026 10:00:30 GMT", now)).toBe(30_000);
  expect(retryAfterMs("Thu, 26 Nov 2026 09:00:00 GMT", now)).toBe(0);
});

test.each([null, "", "soon", "-5", "1.5"])("Retry-After %p says nothing", (header) => {
  expect(retryAfterMs(header, now)).toBeNull();
});

test("without being told, each wait is twice the one before", () => {
  const waits = [1, 2, 3].map((tries) => afterFailure(failure(503), tries, now));
  expect(waits.map((wait) => wait.kind === "wait" && wait.ms)).toEqual([1000, 2000, 4000]);
});

test("a token that is refused is renewed, as often as anything else is tried again", () => {
  expect(afterFailure(failure(401), 1, now).kind).toBe("renew-token");
  expect(afterFailure(failure(401), 3, now).kind).toBe("renew-token");
  expect(afterFailure(failure(401), mostTries, now).kind).toBe("give-up");
});

test("a link that has expired starts the list over, another bad request does not", () => {
  expect(afterFailure(failure(410), 1, now).kind).toBe("start-over");
  expect(afterFailure(failure(400, "Directory_ExpiredPageToken"), 1, now).kind).toBe("start-over");
  expect(afterFailure(failure(400, "BadRequest"), 1, now).kind).toBe("give-up");
});

test("what is not permitted is not tried again", () => {
  expect(afterFailure(failure(403), 1, now).kind).toBe("not-permitted");
});

test("every failure ends after so many tries", () => {
  for (const status of [401, 410, 429, 500, 503]) {
    expect(afterFailure(failure(status), mostTries, now).kind).toBe("give-up");
  }
});
