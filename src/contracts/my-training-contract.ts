import { z } from "zod";
import { mySessionReasons } from "../domain/training-request";
import { endpoint } from "./endpoint";
import { id, instantOut } from "./wire";

const mySession = z.object({
  id,
  title: z.string(),
  startsAt: instantOut,
  /** Of the course, where it has one. */
  link: z.string().nullable(),
  because: z.enum(mySessionReasons),
});
export type MySessionAnswer = z.output<typeof mySession>;

export const listMyTraining = endpoint({
  method: "GET",
  path: "/api/my/training",
  summary:
    "Sessions ahead on what the caller asked for or is given in a rollout, and those of the last year they were at or missed",
  response: z.object({ items: z.array(mySession) }),
});
