import { z } from "zod";
import { searchKinds } from "../domain/search";
import { endpoint } from "./endpoint";
import { id } from "./wire";

const hit = z.object({
  kind: z.enum(searchKinds),
  id,
  title: z.string(),
  subtitle: z.string().nullable(),
  /** Where the tab shows it, below `/tab`. */
  place: z.string(),
  /** Said of what is no longer in use. */
  state: z.enum(["left", "archived", "undeployable", "retired"]).nullable(),
});
export type SearchHitAnswer = z.output<typeof hit>;

const group = z.object({
  kind: z.enum(searchKinds),
  items: z.array(hit),
  total: z.number().int(),
  /** True when counting stopped: "more than `total`". */
  totalCapped: z.boolean(),
});
export type SearchGroupAnswer = z.output<typeof group>;

export const searchEverything = endpoint({
  method: "GET",
  path: "/api/search",
  summary: "Everything in the caller's scope that holds the text, by kind, best first",
  query: z.strictObject({
    q: z.string().trim().max(200),
    kinds: z
      .string()
      .default(searchKinds.join(","))
      .transform((text) => text.split(",").map((part) => part.trim()))
      .pipe(z.array(z.enum(searchKinds)).min(1)),
    /** Of each kind. */
    limit: z.coerce.number().int().min(1).max(20).default(5),
  }),
  response: z.object({ groups: z.array(group) }),
});
