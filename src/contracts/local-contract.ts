import { z } from "zod";
import { roles } from "../domain/permission";
import { endpoint } from "./endpoint";
import { id } from "./wire";

/** The local door: exists with `AUTH=local` only, on loopback only. */
const localPerson = z.object({
  id,
  name: z.string(),
  email: z.string(),
  teamId: z.string().nullable(),
  teamName: z.string().nullable(),
  roles: z.array(z.enum(roles)),
  manages: z.array(z.string()),
});
export type LocalPersonAnswer = z.output<typeof localPerson>;

export const listLocalPeople = endpoint({
  method: "GET",
  path: "/local/people",
  summary: "Demonstration people to sign in as, the ones with a role first",
  query: z.strictObject({ q: z.string().trim().max(200).optional() }),
  response: z.object({ items: z.array(localPerson) }),
  open: true,
});

export const localSignIn = endpoint({
  method: "POST",
  path: "/local/sign-in",
  summary: "Sign in as a demonstration person",
  body: z.union([z.strictObject({ personId: id }), z.strictObject({ email: z.string().min(1).max(320) })]),
  response: z.object({ token: z.string(), person: localPerson }),
  open: true,
});
