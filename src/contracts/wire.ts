import { z } from "zod";
import { isDay } from "../domain/instant";
import { isAmount } from "../domain/money";

/** Small shapes that several contracts share. */
export const id = z.string().min(1).max(100);
export const line = (longest: number) => z.string().trim().min(1).max(longest);
export const optionalLine = (longest: number) => z.string().trim().max(longest).nullable().optional();

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
