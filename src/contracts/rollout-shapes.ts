import { z } from "zod";
import { gateSources, gateStatuses, measures, unknownReasons } from "../domain/rollout/gate";
import { instantOut } from "./wire";

/** Shapes that the contracts of rollouts, waves and their people share. */
export const participantCounts = z.object({
  planned: z.number().int(),
  invited: z.number().int(),
  trained: z.number().int(),
  live: z.number().int(),
  confirmed: z.number().int(),
  blocked: z.number().int(),
  exempt: z.number().int(),
});
export type ParticipantCountsAnswer = z.output<typeof participantCounts>;

const levels = ["none", "A", "AA", "AAA"] as const;

/** Per cent, or so many; a level of conformance by its name. */
export const threshold = z.union([z.number(), z.enum(levels)]);

export const gate = z.object({
  measure: z.enum(measures),
  threshold,
  status: z.enum(gateStatuses),
  /** The figure that is certain; null where nothing is known. Per cents are rounded down. */
  value: threshold.nullable(),
  /** What the figure may be at best, where part of it is unknown. */
  best: threshold.nullable(),
  unit: z.enum(["percent", "conformance", "at-most"]),
  counts: z.object({ met: z.number().int(), unknown: z.number().int(), of: z.number().int() }).nullable(),
  source: z.enum(gateSources),
  /** How old the figures are; null where nobody noted it. */
  asOf: instantOut.nullable(),
  ageDays: z.number().int().nullable(),
  /** Older than such figures may be; it passes no more. */
  stale: z.boolean(),
  unknownBecause: z.enum(unknownReasons).nullable(),
  passes: z.boolean(),
});
export type GateAnswer = z.output<typeof gate>;

const burnUpPoint = z.object({
  day: z.string(),
  live: z.number().int().nullable(),
  confirmed: z.number().int().nullable(),
  planned: z.number().int(),
});

export const progressFields = {
  total: z.number().int(),
  confirmed: z.number().int(),
  plannedByNow: z.number().int(),
  counts: participantCounts,
  /** Days to come have a plan alone. */
  burnUp: z.array(burnUpPoint),
  /** Nine times in ten between the two days; no latest day where at the slow end it takes years. */
  forecast: z.object({
    state: z.enum(["done", "unknown", "expected"]),
    earliest: z.string().nullable(),
    latest: z.string().nullable(),
  }),
};
const progressShape = z.object(progressFields);
export type ProgressAnswer = z.output<typeof progressShape>;
