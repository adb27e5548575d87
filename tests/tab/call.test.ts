import { listCheckIns } from "../../src/contracts/check-in-contract";
import { changeDevice, deleteDevice, listDevices } from "../../src/contracts/device-contract";
import { runImport } from "../../src/contracts/import-contract";
import { getMyKit } from "../../src/contracts/my-contract";
import { addressOf, call } from "../../tab/call";
import { CallProblem } from "../../tab/call-problem";
import { takeTokensFrom } from "../../tab/session/token";
import { type FakeServer, ok, page, problem, startFakeServer } from "./fake-server";

let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  takeTokensFrom(null, "first-token");
});

test("fills path parameters in, escaped, and leaves undefined and empty filters out of the query", () => {
  expect(addressOf(changeDevice, { params: { id: "a/b c" } })).toBe("/api/devices/a%2Fb%20c");
  const query = { team: "t 1", q: "", status: undefined, limit: 50 };
  expect(addressOf(listDevices, { query })).toBe("/api/devices?team=t+1&limit=50");
  expect(() => addressOf(changeDevice, {})).toThrow("needs id");
});

test("sends the token, the language and the etag in headers and the body as JSON", async () => {
  document.documentElement.lang = "cy";
  server.answer("DELETE /api/devices/d-1", { status: 204 });
  server.answer("PATCH /api/devices/d-1", problem(412, "Somebody changed this."));
  await expect(call(deleteDevice, { params: { id: "d-1" } })).resolves.toBeUndefined();
  await expect(
    call(changeDevice, { params: { id: "d-1" }, body: { notes: null }, etag: '"3"' }),
  ).rejects.toMatchObject({ status: 412 });
  const asked = server.askedFor("PATCH /api/devices/d-1")[0];
  expect(asked?.headers.get("authorization")).toBe("Bearer first-token");
  expect(asked?.headers.get("accept-language")).toBe("cy");
  expect(asked?.headers.get("if-match")).toBe('"3"');
  expect(asked?.headers.get("content-type")).toBe("application/json");
  expect(asked?.body).toEqual({ notes: null });
  expect(server.askedFor("DELETE /api/devices/d-1")[0]?.headers.has("content-type")).toBe(false);
});

test("sends a CSV file as it is", async () => {
  server.answer("POST /api/imports", problem(400, "Empty."));
  const file = new Blob(["Asset Tag\n"]);
  await call(runImport, { query: { kind: "devices", mode: "preview" }, body: file }).catch(() => undefined);
  const asked = server.askedFor("POST /api/imports")[0];
  expect(asked?.headers.get("content-type")).toBe("text/csv");
  expect(asked?.body).toBe(file);
  expect(asked?.query.get("mode")).toBe("preview");
});

test("a refusal carries what the server said", async () => {
  server.answer("GET /api/check-ins", {
    status: 400,
    body: {
      type: "t",
      title: "Invalid",
      status: 400,
      detail: "Some values are wrong.",
      code: "request-invalid",
      requestId: "r-1",
      errors: [{ path: "limit", message: "too large" }],
    },
  });
  const caught: unknown = await call(listCheckIns).catch((error: unknown) => error);
  expect(caught).toBeInstanceOf(CallProblem);
  expect(caught).toMatchObject({
    status: 400,
    title: "Invalid",
    detail: "Some values are wrong.",
    code: "request-invalid",
    challenge: null,
    requestId: "r-1",
    errors: [{ path: "limit", message: "too large" }],
  });
});

test("an answer that is no problem+json keeps its status, an unreachable server is status 0", async () => {
  server.answer("GET /api/check-ins", { status: 502 });
  await expect(call(listCheckIns)).rejects.toMatchObject({ status: 502, detail: "" });
  globalThis.fetch = () => Promise.reject(new TypeError("connection refused"));
  await expect(call(listCheckIns)).rejects.toMatchObject({ status: 0 });
});

test("an answer that breaks the contract is a fault, not data", async () => {
  server.answer("GET /api/my/kit", ok({ devices: [{ id: 7 }] }));
  await expect(call(getMyKit)).rejects.toThrow();
});

test("renews a refused token once for all calls that were refused together, and repeats them", async () => {
  let fetched = 0;
  const source = async () => {
    fetched += 1;
    return "second-token";
  };
  takeTokensFrom(source, "first-token");
  server.answer("GET /api/check-ins", ({ headers }) =>
    headers.get("authorization") === "Bearer second-token" ? page([]) : problem(401, "Sign in first."),
  );
  await Promise.all([call(listCheckIns), call(listCheckIns), call(listCheckIns)]);
  expect(fetched).toBe(1);
  expect(server.asked).toHaveLength(6);
});

test("gives up after one renewal", async () => {
  takeTokensFrom(async () => "still-refused", "first-token");
  server.answer("GET /api/check-ins", problem(401, "Sign in first."));
  await expect(call(listCheckIns)).rejects.toMatchObject({ status: 401 });
  expect(server.asked).toHaveLength(2);
});
