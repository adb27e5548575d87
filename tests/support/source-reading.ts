import { parseSync } from "@swc/core";

/** What the rules of the house want to know of one file, read from its syntax tree. */
export interface Reading {
  /** Module specifiers of imports, re-exports, `import()`, `require()` and `import("...")` types. */
  readonly imports: readonly string[];
  readonly hasDefaultExport: boolean;
  readonly hasAny: boolean;
  readonly hasNonNull: boolean;
  /** Clock, chance and environment that are read without being passed in. */
  readonly impurities: readonly string[];
  /** `it.skip`, `describe.only`, `xit` and their like. */
  readonly skippedTests: readonly string[];
}

type Draft = { -readonly [K in keyof Reading]: Reading[K] extends readonly string[] ? string[] : boolean };
type Tree = Readonly<Record<string, unknown>>;

const leavesOut = /^(x(it|test|describe)|f(it|describe)|(it|test|describe)\.(skip|only|todo|failing).*)$/;
const impure = /^(Date\.now|Math\.random|performance\.now|crypto\..*|globalThis\..*)$/;

export function readSource(file: string, text: string): Reading {
  const draft: Draft = {
    imports: [],
    hasDefaultExport: false,
    hasAny: false,
    hasNonNull: false,
    impurities: [],
    skippedTests: [],
  };
  walk(parseSync(text, { syntax: "typescript", tsx: file.endsWith(".tsx"), target: "es2022" }), draft);
  return draft;
}

function walk(value: unknown, draft: Draft): void {
  if (Array.isArray(value)) for (const entry of value) walk(entry, draft);
  if (!isTree(value)) return;
  take(value, draft);
  for (const child of Object.values(value)) if (typeof child === "object") walk(child, draft);
}

function take(node: Tree, draft: Draft): void {
  const from = node.source ?? node.argument;
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
    case "TsImportType":
      if (isTree(from)) draft.imports.push(String(from.value));
      draft.hasDefaultExport ||= node.type === "ExportNamedDeclaration" && exportsDefault(node);
      return;
    case "TsExternalModuleReference":
      if (isTree(node.expression)) draft.imports.push(String(node.expression.value));
      return;
    case "ExportDefaultExpression":
    case "ExportDefaultDeclaration":
      draft.hasDefaultExport = true;
      return;
    case "TsKeywordType":
      draft.hasAny ||= node.kind === "any";
      return;
    case "TsNonNullExpression":
      draft.hasNonNull = true;
      return;
    case "NewExpression":
      if (nameOf(node.callee) === "Date" && !hasArguments(node)) draft.impurities.push("new Date()");
      return;
    case "MemberExpression":
      if (nameOf(node.object) === "process") draft.impurities.push("process");
      return;
    case "CallExpression":
      takeCall(node, draft);
  }
}

function takeCall(node: Tree, draft: Draft): void {
  const callee = nameOf(node.callee);
  const [first] = Array.isArray(node.arguments) ? node.arguments : [];
  const literal = isTree(first) && isTree(first.expression) ? first.expression : null;
  if ((callee === "import" || callee === "require") && literal?.type === "StringLiteral") {
    draft.imports.push(String(literal.value));
  }
  if (impure.test(callee)) draft.impurities.push(callee);
  if (leavesOut.test(callee) && !draft.skippedTests.includes(callee)) draft.skippedTests.push(callee);
}

/** `it.skip.each` for the callee of a call, `""` for what is no plain name. */
function nameOf(node: unknown): string {
  if (!isTree(node)) return "";
  if (node.type === "Identifier") return String(node.value);
  if (node.type === "Import") return "import";
  if (node.type === "CallExpression") return nameOf(node.callee);
  return node.type === "MemberExpression" ? `${nameOf(node.object)}.${nameOf(node.property)}` : "";
}

/** `export { a as default }`. */
function exportsDefault(node: Tree): boolean {
  const specifiers: unknown[] = Array.isArray(node.specifiers) ? node.specifiers : [];
  return specifiers.some(
    (entry) => isTree(entry) && isTree(entry.exported) && entry.exported.value === "default",
  );
}

function hasArguments(node: Tree): boolean {
  return Array.isArray(node.arguments) && node.arguments.length > 0;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
