import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Entra, startEntra } from "../support/entra";
import { type EntraServer, nia, startEntraServer } from "../support/entra-server";

let entra: Entra;
let plain: EntraServer;
let secure: EntraServer;
const tabFolder = mkdtempSync(join(tmpdir(), "toolroll-tab-"));

beforeAll(async () => {
  mkdirSync(join(tabFolder, "assets"));
  writeFileSync(join(tabFolder, "index.html"), "<!doctype html><title>Tab</title>");
  writeFileSync(join(tabFolder, "assets", "main-1a2b.js"), "void 0;");
  entra = await startEntra();
  [plain, secure] = await Promise.all([
    startEntraServer(entra, { tabFolder }),
    startEntraServer(entra, { tabFolder, settings: { PUBLIC_URL: "https://toolroll.example" } }),
  ]);
  await Promise.all([untilOpen(plain), untilOpen(secure)]);
});
afterAll(async () => {
  await Promise.all([plain.stop(), secure.stop()]);
  await entra.close();
  rmSync(tabFolder, { recursive: true, force: true });
});

/** Two servers that start at once on a busy machine may read the keys at the second try only. */
async function untilOpen(server: EntraServer): Promise<void> {
  while ((await ask(server, "GET", "/api/me")).status !== 200) await pause(250);
}

const answers: readonly (readonly [string, string, number])[] = [
  ["GET", "/api/me", 200],
  ["GET", "/api/openapi.json", 200],
  ["GET", "/api/devices/nothing", 404],
  ["GET", "/api/nowhere", 404],
  ["GET", "/api/devices/%", 400],
  ["POST", "/api/devices", 403],
  ["POST", "/api/messages", 401],
  ["GET", "/api/messages", 404],
  ["GET", "/healthz", 200],
  ["GET", "/readyz", 200],
  ["GET", "/metrics", 200],
  ["GET", "/", 302],
  ["GET", "/tab/consent", 400],
  ["GET", "/nowhere", 404],
];

const ask = (server: EntraServer, method: string, path: string) =>
  fetch(server.url + path, {
    method,
    redirect: "manual",
    headers: { authorization: `Bearer ${entra.userToken(nia)}` },
  });

it.each(answers)("%s %s cannot be framed, sniffed, stored or downgraded", async (method, path, status) => {
  const response = await ask(secure, method, path);
  const { headers } = response;
  expect(response.status).toBe(status);
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  expect([headers.get("x-powered-by"), headers.get("server"), headers.get("set-cookie")]).toEqual([
    null,
    null,
    null,
  ]);
  expect((await ask(plain, method, path)).headers.get("strict-transport-security")).toBeNull();
});

it.each([
  ["/tab/", "no-cache"],
  ["/tab/my-kit", "no-cache"],
  ["/tab/consent-done", "no-cache"],
  ["/tab/assets/main-1a2b.js", "public, max-age=31536000, immutable"],
])("the tab's %s has the tab's own policy", async (path, kept) => {
  const { headers, status } = await ask(secure, "GET", path);
  expect(status).toBe(200);
  expect(headers.get("cache-control")).toBe(kept);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("connect-src 'self' https://res.cdn.office.net;");
  expect(policy).toContain(
    "frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft " +
      "https://*.microsoft365.com https://*.office.com https://outlook.office.com https://outlook.office365.com;",
  );
  expect(policy).not.toMatch(/unsafe-(inline|eval)|\*;|http:/);
  expect(headers.get("x-frame-options")).toBeNull();
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("strict-transport-security")).toContain("max-age=31536000");
});

it.each([
  ["an asset of an earlier build", "/tab/assets/main-9z8y.js", {}, 404],
  ["the folder of the assets", "/tab/assets/", {}, 404],
  ["a way out of it", "/tab/assets/%2e%2e%2findex.html", {}, 404],
  ["a hidden file in it", "/tab/assets/.git/config", {}, 404],
  ["a name with a zero in it", "/tab/assets/%00", {}, 400],
  ["a page only if it is another one", "/tab/my-kit", { "if-match": '"x"' }, 400],
  ["a part beyond the end", "/tab/my-kit", { range: "bytes=99999999-" }, 200],
] as const)(
  "asking the tab for %s is a mistake and no fault, and nobody keeps the answer",
  async (_what, path, asked, status) => {
    const response = await fetch(secure.url + path, { headers: asked });
    expect(response.status).toBe(status);
    expect(response.headers.get("cache-control")).toBe(status === 200 ? "no-cache" : "no-store");
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors");
  },
);
