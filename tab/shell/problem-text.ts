import { CallProblem } from "../call-problem";
import type { Text } from "../language/use-text";

/** What to tell a person about a failed call; the details of a fault stay in the server's log. */
export function problemText(problem: unknown, text: Text): string {
  if (!(problem instanceof CallProblem)) return text("common.error.unexpected");
  if (problem.status === 0) return text("common.error.network");
  return problem.detail === "" ? text("common.error.unexpected") : problem.detail;
}

/** What a request that could not be read as a whole was wrong at, each once; other refusals say it in a sentence. */
export function wrongValuesOf(problem: unknown): readonly string[] {
  if (!(problem instanceof CallProblem) || problem.code !== "request-invalid") return [];
  const named = problem.errors.filter(({ path }) => path !== "");
  return [...new Set(named.map(({ path, message }) => `${path}: ${message}`))];
}

/** The reference of a fault, which support can look up; an expected refusal explains itself. */
export function faultReferenceOf(problem: unknown): string | null {
  return problem instanceof CallProblem && problem.status >= 500 ? problem.requestId : null;
}

export function requestIdOf(problem: unknown): string | null {
  return problem instanceof CallProblem ? problem.requestId : null;
}
