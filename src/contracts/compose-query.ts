import { z } from "zod";

/** What was typed into the search of the compose box, as Teams sends it; before anything is typed it asks with `initialRun`. */
export const composeQuery = z.object({
  commandId: z.string().max(100).optional(),
  parameters: z
    .array(z.object({ name: z.string().max(100).optional(), value: z.unknown() }))
    .max(10)
    .default([]),
});

/** The command that the manifest names, and its one parameter; the Agents Playground names neither of them. */
export const searchCommand = "search";
export const searchParameter = "query";
