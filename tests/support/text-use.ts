import { parseSync } from "@swc/core";

/** Which text keys a file names: whole in a string, or in part in a template such as `device.type.${type}`. */
export interface TextUse {
  readonly keys: readonly string[];
  readonly patterns: readonly RegExp[];
}

type Tree = Readonly<Record<string, unknown>>;

export function textUse(file: string, source: string, features: readonly string[]): TextUse {
  const isKey = new RegExp(`^(${features.join("|")})\\.[A-Za-z][\\w.-]*$`);
  const begins = new RegExp(`^(${features.join("|")})\\.`);
  const keys: string[] = [];
  const patterns: RegExp[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) visit(entry);
    if (!isTree(value)) return;
    if (value.type === "StringLiteral" && isKey.test(String(value.value))) keys.push(String(value.value));
    if (value.type === "TemplateLiteral") {
      const parts = partsOf(value);
      if (parts.length > 1 && begins.test(parts[0] ?? ""))
        patterns.push(new RegExp(`^${parts.map(escaped).join(".+")}$`));
    }
    for (const child of Object.values(value)) if (typeof child === "object") visit(child);
  };
  visit(parseSync(source, { syntax: "typescript", tsx: file.endsWith(".tsx"), target: "es2022" }));
  return { keys, patterns };
}

function partsOf(template: Tree): string[] {
  const parts: unknown[] = Array.isArray(template.quasis) ? template.quasis : [];
  return parts.map((part) => (isTree(part) ? String(part.cooked) : ""));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
