import { parse } from "csv-parse/sync";
import { wilson } from "../../../src/domain/survey/interval";
import type { Published } from "./attack";

/** What somebody who reads answers of doors knows before reading: who belongs where, how many were asked, and how many are scored. */
export interface Known {
  readonly surveyOfItem: ReadonlyMap<string, string>;
  readonly scored: ReadonlyMap<string, number>;
  readonly invited: ReadonlyMap<string, number>;
}

/** An answer of a door, with the survey that it was asked about. */
export interface Told {
  readonly surveyId: string;
  readonly body: unknown;
}

type Range = readonly [low: number, high: number];
type Ranges = readonly [Range, Range, Range];
type Fields = Readonly<Record<string, unknown>>;

/**
 * All that answers of doors say of counts, wherever in them it stands, by survey and group: as numbers, ranges, percentages, intervals,
 * cells of a file and findings. What several doors say of one cell is taken together.
 */
export function cellsIn(answers: readonly Told[], known: Known): Map<string, Published> {
  const cells = new Map<string, Map<string, Ranges>>();
  const learn = (surveyId: string, teamId: string, said: Ranges) => {
    const ofSurvey = cells.get(surveyId) ?? new Map<string, Ranges>();
    ofSurvey.set(teamId, both(ofSurvey.get(teamId) ?? said, said));
    cells.set(surveyId, ofSurvey);
  };
  for (const { surveyId, body } of answers) {
    const context = { surveyId, teamId: "" };
    if (typeof body === "string") for (const row of rowsOf(body)) walk(row, context, known, learn);
    else walk(body, context, known, learn);
  }
  return cells;
}

/** The counts of a file stand there as text, "0 to 2", and its interval in two columns. */
function rowsOf(csv: string): Fields[] {
  const rows = parse(csv, { columns: true, bom: true }) as Record<string, string>[];
  return rows
    .filter(({ favourable }) => favourable)
    .map((row) => ({
      ...row,
      favourable: countOf(row.favourable),
      neutral: countOf(row.neutral),
      unfavourable: countOf(row.unfavourable),
      favourablePercent: row.favourablePercent ? Number(row.favourablePercent) : null,
      interval: [Number(row.intervalLow), Number(row.intervalHigh)],
    }));
}

function countOf(text = ""): { readonly min: number; readonly max: number } {
  const [min = 0, max = min] = text.split(" to ").map(Number);
  return { min, max };
}

type Learn = (surveyId: string, teamId: string, said: Ranges) => void;

function walk(
  value: unknown,
  around: { surveyId: string; teamId: string },
  known: Known,
  learn: Learn,
): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) walk(one, around, known, learn);
    return;
  }
  const fields = value as Fields;
  const context = {
    surveyId: known.surveyOfItem.get(String(fields.itemId)) ?? textOf(fields.surveyId) ?? around.surveyId,
    teamId: textOf(fields.teamId) ?? around.teamId,
  };
  if ("favourable" in fields)
    learn(context.surveyId, context.teamId, figuresOf(fields, context.teamId, known));
  if (typeof fields.figure === "number") learnFinding(fields, context.teamId, known, learn);
  for (const inner of Object.values(fields)) walk(inner, context, known, learn);
}

/** A finding about a team names the statement and the percentage of its favourable answers. */
function learnFinding(fields: Fields, teamId: string, known: Known, learn: Learn): void {
  const surveyId = known.surveyOfItem.get(String(fields.id));
  const n = known.scored.get(teamId);
  if (surveyId === undefined || n === undefined) return;
  learn(surveyId, teamId, [byPercent(fields.figure, n), [0, n], [0, n]]);
}

function figuresOf(fields: Fields, teamId: string, known: Known): Ranges {
  const n = Number(fields.n);
  const interval = fields.interval as readonly number[] | undefined;
  const byRange = rangeOf(fields.favourable);
  const favourable = narrow(narrow(byRange, byPercent(fields.favourablePercent, n)), byInterval(interval, n));
  return [favourable, rangeOf(fields.neutral), rangeOf(fields.unfavourable)];

  /** The counts whose own interval lies in the one that is told. */
  function byInterval(told: readonly number[] | undefined, of: number): Range {
    if (told === undefined) return [0, of];
    const population = Math.max(of, known.invited.get(teamId) ?? of);
    const [low = 0, high = 100] = told;
    const fits = Array.from({ length: of + 1 }, (_, count) => count).filter((count) => {
      const own = wilson(count, of, population);
      return own[0] >= low && own[1] <= high;
    });
    return [fits[0] ?? 0, fits.at(-1) ?? of];
  }
}

function byPercent(told: unknown, n: number): Range {
  if (typeof told !== "number") return [0, n];
  const count = Math.round((told / 100) * n);
  return [count, count];
}

function rangeOf(told: unknown): Range {
  if (typeof told === "number") return [told, told];
  const { min, max } = told as { readonly min: number; readonly max: number };
  return [min, max];
}

function narrow(one: Range, other: Range): Range {
  return [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
}

function both(one: Ranges, other: Ranges): Ranges {
  return [narrow(one[0], other[0]), narrow(one[1], other[1]), narrow(one[2], other[2])];
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
