import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSettings } from "../../src/platform/environment-file";

export type Variables = ReadonlyMap<string, string>;

/** Local mode has no app registrations; a package to look at needs two ids all the same. */
const localIds = {
  TAB_CLIENT_ID: "00000000-0000-4000-8000-00000000000a",
  BOT_CLIENT_ID: "00000000-0000-4000-8000-00000000000b",
};

interface Sources {
  readonly root: string;
  readonly envName: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * What `${{NAME}}` may name: `env/.env.<name>`, then `env/.env.<name>.user`, then the real environment, the later winning;
 * besides them `APP_VERSION` from package.json and `PUBLIC_DOMAIN` from `PUBLIC_URL`.
 * @throws Error when there is no `env/.env.<name>`
 */
export function packageVariables({ root, envName, environment }: Sources): Variables {
  const file = join(root, "env", `.env.${envName}`);
  if (!/^[a-z0-9-]+$/.test(envName) || !existsSync(file)) throw new Error(`There is no env/.env.${envName}.`);
  const settings = readSettings(join(root, "env"), envName, environment);
  const merged = { ...(envName === "local" ? localIds : {}), ...settings };
  const given = Object.entries(merged).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const variables = new Map(given);
  variables.set("APP_VERSION", JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version);
  const url = variables.get("PUBLIC_URL")?.replace(/\/+$/, "");
  if (url !== undefined) variables.set("PUBLIC_URL", url);
  variables.set("PUBLIC_DOMAIN", URL.canParse(url ?? "") ? new URL(url ?? "").host : "");
  return variables;
}

/** Fills placeholders in; the values land inside JSON strings. */
export function fillIn(text: string, variables: Variables): { filled: string; missing: string[] } {
  const missing = new Set<string>();
  const filled = text.replace(/\$\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
    const value = variables.get(name);
    if (value === undefined) missing.add(name);
    return JSON.stringify(value ?? "").slice(1, -1);
  });
  return { filled, missing: [...missing].sort() };
}
