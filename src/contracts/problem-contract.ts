import { z } from "zod";

/** `application/problem+json` (RFC 9457). */
export const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  /** What was refused, by name: what a program goes by; `fault` for what nobody expected. */
  code: z.string(),
  requestId: z.string(),
  /** What conditional access wants of the person, for the host that signs them in. */
  challenge: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type ProblemAnswer = z.output<typeof problemAnswer>;
