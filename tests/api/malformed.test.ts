import { request as httpRequest } from "node:http";
import { signIn, startTestServer, type TestServer } from "../support/server";

let server: TestServer;
let device: { id: string; etag: string };
beforeAll(async () => {
  server = await startTestServer();
  device = (await it("POST", "/api/devices", { assetTag: "LT-1", type: "laptop" })).body;
});
afterAll(() => server.stop());

const it: ReturnType<TestServer["as"]> = (...asked) => server.as("person-it")(...asked);

/** Everything that a problem must be, and where it says the fault lies. */
async function problemOf(answer: Awaited<ReturnType<typeof it>>) {
  const { status, headers, body } = answer;
  expect(headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(headers.get("x-request-id")).toBe(body.requestId);
  expect(body).toMatchObject({ type: "about:blank", title: expect.stringMatching(/\S/), status });
  expect(body.detail).toMatch(/\S/);
  if (status === 400) expect(body.errors.length).toBeGreaterThan(0);
  for (const error of body.errors ?? []) {
    expect(error).toEqual({ path: expect.any(String), message: expect.stringMatching(/\S/) });
  }
  return [status, (body.errors ?? []).map(({ path }) => path)];
}

const cursorOfAnotherSort = Buffer.from(JSON.stringify(["-model", "a", "b"])).toString("base64url");
const lists = ["devices", "people", "teams", "applications", "check-ins", "imports", "contracts"] as const;

describe.each(lists)("the list of %s", (list) => {
  test.each([
    ["limit=0", "limit"],
    ["limit=201", "limit"],
    ["limit=abc", "limit"],
    ["limit=1.5", "limit"],
    ["limit=-1", "limit"],
    ["limit=1&limit=2", "limit"],
    ["cursor=nonsense", "cursor"],
    ["cursor=W10", "cursor"],
    [`cursor=${cursorOfAnotherSort}`, "cursor"],
    [`cursor=${"x".repeat(1_001)}`, "cursor"],
    ["sort=colour", "sort"],
    ["sort=--name", "sort"],
    ["sort=name;DROP TABLE device", "sort"],
    ["colour=red", "colour"],
    ["__proto__=x", "__proto__"],
    [`q=${"x".repeat(201)}`, "q"],
  ])("refuses ?%s and says which value it is", async (query, path) => {
    expect(await problemOf(await it("GET", `/api/${list}?${query}`))).toEqual([400, [path]]);
  });
});

test.each([
  ["/api/devices?status=lost", "status"],
  ["/api/devices?type=spoon", "type"],
  ["/api/devices?warrantyBefore=2026-02-30", "warrantyBefore"],
  ["/api/devices/summary?by=team,colour", "by.1"],
  ["/api/applications?kind=spoon", "kind"],
  ["/api/applications?lifecycle=spoon", "lifecycle"],
  ["/api/applications?contractEndsBefore=soon", "contractEndsBefore"],
  ["/api/people?active=perhaps", "active"],
])("a filter with a value it does not know: %s", async (address, path) => {
  expect(await problemOf(await it("GET", address))).toEqual([400, [path]]);
});

const send = (method: string, path: string, body: string | Uint8Array, type: string | null, more = {}) =>
  it(method, path, body, { ...(type !== null && { "Content-Type": type }), ...more });

test.each([
  ["{", "half"],
  ["[1,]", "no list"],
  ["{'assetTag':'A'}", "another language"],
  ['{"assetTag":"A"} x', "something behind it"],
  ["\u00ef\u00bb\u00bf", "a mark alone"],
])("a body that is not JSON: %s (%s)", async (body) => {
  const answer = await send("POST", "/api/devices", body, "application/json");
  expect(await problemOf(answer)).toEqual([400, [""]]);
});

test("a body that is not UTF-8", async () => {
  const bytes = Buffer.from('{"assetTag":"Si\xe2n","type":"laptop"}', "latin1");
  expect(await problemOf(await send("POST", "/api/devices", bytes, "application/json"))).toEqual([400, [""]]);
});

test.each(["[]", "null", '"text"', "7"])("a body that is no object: %s", async (body) => {
  expect(await problemOf(await send("POST", "/api/devices", body, "application/json"))).toEqual([400, [""]]);
});

test("each wrong field is named, and so is each that is not known", async () => {
  const body = { assetTag: "", type: "spoon", colour: "red", cost: { amount: "a lot", currency: "GBP" } };
  const [status, paths] = await problemOf(await it("POST", "/api/devices", body));
  expect([status, new Set(paths as string[])]).toEqual([
    400,
    new Set(["assetTag", "type", "colour", "cost.amount"]),
  ]);
});

test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense"])(
  "JSON that says it is %s is refused",
  async (type) => {
    const body = '{"assetTag":"LT-2","type":"laptop"}';
    expect(await problemOf(await send("POST", "/api/devices", body, type))).toEqual([415, ["Content-Type"]]);
    expect((await it("GET", "/api/devices?assetTag=LT-2")).body.total).toBe(0);
  },
);

test.each(["application/json", "application/json; charset=utf-8", "application/merge-patch+json"])(
  "JSON may call itself %s",
  async (type) => {
    const answer = await send("PATCH", `/api/devices/${device.id}`, '{"notes":"x"}', type, {
      "If-Match": device.etag,
    });
    expect(answer.status).toBe(200);
    device = answer.body;
  },
);

test.each(["application/json", "multipart/form-data; boundary=x"])(
  "a CSV that says it is %s",
  async (type) => {
    const answer = await send(
      "POST",
      "/api/imports?kind=devices&mode=preview",
      "assetTag,type\nA,laptop\n",
      type,
    );
    expect(await problemOf(answer)).toEqual([415, ["Content-Type"]]);
  },
);

test("a body over a megabyte is too large, and so is a file over five", async () => {
  const json = JSON.stringify({ assetTag: "A", type: "laptop", notes: "x".repeat(1024 * 1024) });
  expect((await problemOf(await send("POST", "/api/devices", json, "application/json")))[0]).toBe(413);
  const csv = "assetTag,type,notes\n".padEnd(5 * 1024 * 1024 + 1, `A,laptop,${"x".repeat(500)}\n`);
  const imported = await it("POST", "/api/imports?kind=devices&mode=apply", csv);
  expect((await problemOf(imported))[0]).toBe(413);
});

describe("a change", () => {
  const change = (tag: string | undefined) =>
    it("PATCH", `/api/devices/${device.id}`, { notes: "y" }, tag === undefined ? {} : { "If-Match": tag });

  test("without If-Match is refused, so that nobody's change is lost", async () => {
    expect(await problemOf(await change(undefined))).toEqual([400, ["If-Match"]]);
  });

  test.each(['"v0"', '"v999999999"', '"v9999999999"', "nonsense", '"x"', '"v1", "v2"'])(
    "of what somebody changed meanwhile is refused: If-Match %s",
    async (tag) => {
      expect(await problemOf(await change(tag))).toEqual([412, []]);
      const { body } = await it("GET", `/api/devices/${device.id}`);
      expect(body).toMatchObject({ notes: "x", etag: device.etag });
    },
  );
});

describe("an id of a strange shape", () => {
  const shapes = [
    "nothing",
    "..%2F..%2Fetc",
    "%20",
    "'%20OR%201=1--",
    "x".repeat(90),
    "%F0%9F%90%91",
    "-1",
    "0",
  ];
  const places = ["devices", "teams", "applications", "people", "check-ins"];

  test.each(places.flatMap((place) => shapes.map((shape) => [place, shape])))(
    "is not found: /api/%s/%s",
    async (place, shape) => {
      const answer = await it("GET", `/api/${place}/${shape}`);
      const missing = await it("GET", `/api/${place}/no-such-id`);
      expect(await problemOf(answer)).toEqual([404, []]);
      expect({ ...answer.body, requestId: "" }).toEqual({ ...missing.body, requestId: "" });
    },
  );

  test.each(["%", "%E0%A4%A", "%00"])("is refused when it is no text: %s", async (shape) => {
    expect((await problemOf(await it("GET", `/api/devices/${shape}`)))[0]).toBe(400);
  });

  test("is refused when it is longer than any id", async () => {
    expect(await problemOf(await it("GET", `/api/devices/${"x".repeat(1_000)}`))).toEqual([400, ["id"]]);
  });
});

test.each([
  ["PUT", "/api/devices"],
  ["DELETE", "/api/people"],
  ["PATCH", "/api/me"],
  ["GET", "/api"],
  ["GET", "/api/nothing/at/all"],
  ["GET", "/nothing"],
])("%s %s is not there", async (method, path) => {
  expect(await problemOf(await it(method, path))).toEqual([404, []]);
});

test("what is not there and what may not be known are the same bytes but for the request id", async () => {
  const staff = server.as("person-staff");
  const [hidden, missing] = [
    await staff("GET", `/api/devices/${device.id}`),
    await staff("GET", "/api/devices/no"),
  ];
  const bytes = ({ body }: typeof hidden) => JSON.stringify(body).replace(body.requestId, "");
  expect([hidden.status, bytes(hidden)]).toEqual([404, bytes(missing)]);
});

test("a request that is no HTTP does not disturb the next", async () => {
  const token = await signIn(server.url, "person-it");
  const status = await new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "content-length": "9",
    };
    const wrong = httpRequest({ hostname, port, path: "/api/devices", method: "POST", headers });
    wrong.on("error", () => it("GET", "/api/me").then((answer) => resolve(answer.status), reject));
    wrong.write("{");
    wrong.destroy(new Error("cut"));
  });
  expect(status).toBe(200);
});
