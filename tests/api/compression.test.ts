import { type IncomingMessage, get as request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { signIn, startTestServer, type TestServer } from "../support/server";

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
  token = await signIn(server.url, "person-it");
});
afterAll(() => server.stop());

async function ask(path: string, accepted?: string) {
  const headers = { Authorization: `Bearer ${token}`, ...(accepted && { "Accept-Encoding": accepted }) };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(server.url + path, { headers }, resolve).on("error", reject);
  });
  const bytes = Buffer.concat(await response.toArray());
  const { vary, "content-encoding": encoding } = response.headers;
  return { bytes, vary, encoding };
}

const longPath = "/api/people?limit=100";

test.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
] as const)("a long answer goes out as %s to whom it suits, and says the same", async (name, unpacked) => {
  const plain = await ask(longPath);
  const packed = await ask(longPath, name);
  expect([plain.encoding, packed.encoding]).toEqual([undefined, name]);
  expect(unpacked(packed.bytes).equals(plain.bytes)).toBe(true);
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length);
});

test("caches are told that a long answer depends on what is accepted, and a short one is left as it is", async () => {
  for (const accepted of [undefined, "br", "identity"]) {
    expect((await ask(longPath, accepted)).vary).toContain("Accept-Encoding");
  }
  const short = await ask("/api/devices", "br");
  expect([short.encoding, short.vary]).toEqual([undefined, undefined]);
});
