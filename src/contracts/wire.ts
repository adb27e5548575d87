import { z } from "zod";
import { controlCharacter } from "../domain/control-character";
import { isDay } from "../domain/instant";
import { matchKey } from "../domain/match-key";
import { isAmount } from "../domain/money";

/** Small shapes that several contracts share. */
export const id = z.string().min(1).max(100);
/** Characters that show nothing do not make a name. */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => matchKey(text) !== "", "must hold something that can be seen");
export const optionalLine = (longest: number) => z.string().trim().max(longest).nullable().optional();

interface Place {
  readonly value: unknown;
  readonly path: readonly string[];
}

/** Deeper than anything that the contracts name. */
const deepestPath = 20;

/** PostgreSQL keeps no U+0000, and SQLite gives back half a surrogate pair as something else. */
const unkept = /[\0\p{Cs}]/u;
export const unkeptMessage = "must not hold U+0000 or half a character";
/** That, and what the import of a list refuses, so that no export holds it. */
const unreadable = new RegExp(`${unkept.source}|${controlCharacter.source}|\\uFFFD`, "u");
export const unreadableMessage =
  "must not hold a control character or U+FFFD, which stands for a damaged one";

/**
 * Where in a parsed value a text holds what a database does not keep as it is; null when nowhere.
 * @returns the names that lead there, the first twenty
 */
export function pathOfUnkept(parsed: unknown): readonly string[] | null {
  return pathWhere(parsed, unkept);
}

/** As `pathOfUnkept`, and of what a list that is exported could not be read back with. */
export function pathOfUnreadable(parsed: unknown): readonly string[] | null {
  return pathWhere(parsed, unreadable);
}

function pathWhere(parsed: unknown, pattern: RegExp): readonly string[] | null {
  const open: Place[] = [{ value: parsed, path: [] }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value, path } = place;
    if (typeof value === "string" && pattern.test(value)) return path;
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (pattern.test(name)) return path;
      open.push({ value: inner, path: path.length < deepestPath ? [...path, name] : path });
    }
  }
  return null;
}

/** ISO 8601 with a time zone, carried on as UTC with milliseconds. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
/** As answers carry it: already UTC. */
export const instantOut = z.iso.datetime();
export const day = z.string().refine(isDay, "must be a day that exists, as YYYY-MM-DD");
export const money = z.strictObject({
  amount: z.string().refine(isAmount, 'must be a decimal text like "12.34"'),
  currency: z.string().regex(/^[A-Z]{3}$/, "must be a three-letter code like GBP"),
});

/** The parameters every list takes. @param usual the order when none is asked for */
export function listQuery<const S extends readonly [string, ...string[]], F extends z.ZodRawShape>(
  sorts: S,
  filters: F,
  usual: S[number] | `-${S[number]}` = sorts[0],
) {
  const sortValues = sorts.flatMap((sort) => [sort, `-${sort}`]);
  return z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(1000).optional(),
    sort: z.enum(sortValues as [string, ...string[]]).default(usual),
    q: z.string().trim().max(200).optional(),
    ...filters,
  });
}

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    total: z.number().int(),
    /** True when counting stopped: "more than `total`". */
    totalCapped: z.boolean(),
    nextCursor: z.string().nullable(),
  });
}
