import { z } from "zod";
import { endpoint } from "./endpoint";
import { instantOut } from "./wire";

const myLicence = z.object({ skuId: z.string(), productName: z.string() });

const myLicences = z.object({
  items: z.array(myLicence),
  /** Null as long as no sync has read who holds what. */
  readAt: instantOut.nullable(),
  /** Whether the caller may ask Microsoft 365 in their own name here. */
  askable: z.boolean(),
});
export type MyLicencesAnswer = z.output<typeof myLicences>;

export const listMyLicences = endpoint({
  method: "GET",
  path: "/api/my/licences",
  summary: "Licences that the caller holds at Microsoft 365, as the last sync read them",
  response: myLicences,
});

export const askMyLicences = endpoint({
  method: "GET",
  path: "/api/my/licences/now",
  summary: "Licences that the caller holds, asked of Microsoft 365 in the caller's own name; nothing is kept",
  response: z.object({ items: z.array(myLicence), readAt: instantOut }),
});
