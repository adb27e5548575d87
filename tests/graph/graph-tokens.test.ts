import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graphTokens, NoGraphToken } from "../../src/graph/graph-tokens";
import { type Environment, parseEnvironment } from "../../src/platform/environment";
import { selfSigned } from "../support/certificate";
import { type Entra, startEntra, tabClientId } from "../support/entra";
import { entraSettings } from "../support/entra-server";
import { keyPair } from "../support/token-maker";

describe("the token for Graph", () => {
  let entra: Entra;
  beforeEach(async () => {
    entra = await startEntra();
  });
  afterEach(() => entra.close());

  const tokensWith = (more: Record<string, string> = {}) => {
    const settings = { ...entraSettings(entra, entra.origin, "sqlite::memory:"), ...more };
    const tokens = graphTokens(parseEnvironment(settings));
    if (tokens === null) throw new Error("no tokens");
    return tokens;
  };

  it("is fetched by secret once, however many ask for it", async () => {
    const tokens = tokensWith();
    const all = await Promise.all(Array.from({ length: 10 }, () => tokens.current()));
    expect(new Set([...all, await tokens.current()])).toEqual(new Set([`access-token-${tabClientId}-1`]));
    expect(entra.asked("/oauth2/v2.0/token")).toBe(1);
    expect(new URLSearchParams(entra.calls[0]?.body).get("scope")).toContain(
      "https://graph.microsoft.com/.default",
    );
  });

  it("is renewed in place of one that was refused, and the new one is kept", async () => {
    const tokens = tokensWith();
    const old = await tokens.current();
    const fresh = await tokens.renewed();
    expect(fresh).not.toBe(old);
    expect(await tokens.current()).toBe(fresh);
  });

  it("is fetched by certificate with a signed assertion, never with the key", async () => {
    const folder = mkdtempSync(join(tmpdir(), "toolroll-certificate-"));
    const pair = keyPair("graph");
    const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
    writeFileSync(certificate, selfSigned(pair));
    writeFileSync(key, pair.privateKey.export({ type: "pkcs8", format: "pem" }));
    const tokens = tokensWith({ TAB_CLIENT_CERT_PATH: certificate, TAB_CLIENT_KEY_PATH: key });
    expect(await tokens.current()).toMatch(/^access-token-/);
    const form = new URLSearchParams(entra.calls[0]?.body);
    const header = JSON.parse(
      Buffer.from(form.get("client_assertion")?.split(".")[0] ?? "", "base64url").toString(),
    );
    expect(header).toMatchObject({ alg: "PS256", "x5t#S256": expect.any(String) });
    expect(form.has("client_secret")).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it.each(["down", "error", "garbage", "empty"] as const)("is none while Entra ID is %s", async (fault) => {
    entra.fault = fault;
    await expect(tokensWith().current()).rejects.toThrow(NoGraphToken);
  });

  it("is none with a wrong secret, and the message does not repeat it", async () => {
    const problem = await tokensWith({ TAB_CLIENT_SECRET: "wrong-canary" })
      .current()
      .catch((error) => error);
    expect(problem).toBeInstanceOf(NoGraphToken);
    expect(problem.message).toContain("invalid_client");
    expect(problem.message).not.toContain("canary");
  });

  it("is not asked for where no app registration is set up", () => {
    expect(graphTokens({ AUTH: "local" } as Environment)).toBeNull();
  });
});
