import { listDevices } from "../../../src/contracts/device-contract";
import { call } from "../../../tab/call";
import type { CallProblem } from "../../../tab/call-problem";
import { takeTokensFrom } from "../../../tab/session/token";
import { createQueryClient } from "../../../tab/shell/query-client";
import { type FakeServer, problem, startFakeServer, tooFast } from "../fake-server";

let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  takeTokensFrom(null, "token");
});

async function refusalWith(retryAfter: string): Promise<CallProblem> {
  server.answer("GET /api/devices", tooFast(retryAfter));
  return call(listDevices).then(
    () => Promise.reject(new Error("it was answered")),
    (fault: CallProblem) => fault,
  );
}

const { retry, retryDelay } = createQueryClient().getDefaultOptions().queries ?? {};
const delay = (failures: number, fault: Error) =>
  typeof retryDelay === "function" ? retryDelay(failures, fault) : Number.NaN;
const again = (failures: number, fault: Error) => typeof retry === "function" && retry(failures, fault);

test("the wait that the server asks for is obeyed, in seconds", async () => {
  const fault = await refusalWith("37");
  expect(fault).toMatchObject({ status: 429, waitMs: 37_000 });
  expect(delay(0, fault)).toBe(37_000);
  expect([0, 1, 2, 3].map((failures) => again(failures, fault))).toEqual([true, true, true, false]);
});

test("as a date too", async () => {
  const fault = await refusalWith(new Date(Date.now() + 20_000).toUTCString());
  expect(delay(0, fault)).toBeGreaterThan(17_000);
  expect(delay(0, fault)).toBeLessThanOrEqual(20_000);
  expect(delay(0, await refusalWith(new Date(0).toUTCString()))).toBe(0);
});

test("but never for longer than two minutes, and nonsense means the usual time", async () => {
  expect(delay(0, await refusalWith("86400"))).toBe(120_000);
  expect(delay(0, await refusalWith("soon"))).toBe(1_000);
});

test("a refusal is final, and silence is tried again twice", async () => {
  const faultOf = async (status: number) => {
    server.answer("GET /api/devices", problem(status, "No."));
    return call(listDevices).catch((fault: Error) => fault) as Promise<Error>;
  };
  for (const status of [400, 401, 403, 404, 409, 412, 500])
    expect(again(0, await faultOf(status))).toBe(false);
  for (const status of [502, 503, 504]) {
    const fault = await faultOf(status);
    expect([0, 1, 2].map((failures) => again(failures, fault))).toEqual([true, true, false]);
  }
});
