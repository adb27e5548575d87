import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Values = Record<string, string | undefined>;

/**
 * The settings of `env/.env.<name>`, `env/.env.<name>.user` (not committed) and the real environment; the later win.
 * `${NAME}` in a file stands for another setting.
 */
export function readSettings(folder: string, name: string | null, real: Values): Values {
  const files = name === null ? [] : [`.env.${name}`, `.env.${name}.user`];
  const merged: Values = {};
  for (const file of files) {
    const path = join(folder, file);
    if (existsSync(path)) Object.assign(merged, parseSettings(readFileSync(path, "utf8")));
  }
  for (const [key, value] of Object.entries(real)) if (value?.trim()) merged[key] = value;
  const filled = (value: string) =>
    value.replace(/\$\{(\w+)\}/g, (_all, other: string) => merged[other] ?? "");
  return Object.fromEntries(Object.entries(merged).map(([key, value]) => [key, value && filled(value)]));
}

/** `NAME=value` lines, as Microsoft 365 Agents Toolkit writes them. */
function parseSettings(content: string): Values {
  const lines = content.split(/\r?\n/).filter((line) => /^\s*[A-Z_][A-Z0-9_]*\s*=/i.test(line));
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf("=");
      const value = line.slice(at + 1).trim();
      return [line.slice(0, at).trim(), value.replace(/^(["'])(.*)\1$/, "$2")];
    }),
  );
}
