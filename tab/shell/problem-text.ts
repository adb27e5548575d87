import { CallProblem } from "../call-problem";
import type { Text } from "../language/use-text";

/** What to tell a person about a failed call; the details of a fault stay in the server's log. */
export function problemText(problem: unknown, text: Text): string {
  if (!(problem instanceof CallProblem)) return text("common.error.unexpected");
  if (problem.status === 0) return text("common.error.network");
  return problem.detail === "" ? text("common.error.unexpected") : problem.detail;
}

/** The reference of a fault, which support can look up; an expected refusal explains itself. */
export function faultReferenceOf(problem: unknown): string | null {
  return problem instanceof CallProblem && problem.status >= 500 ? problem.requestId : null;
}

export function requestIdOf(problem: unknown): string | null {
  return problem instanceof CallProblem ? problem.requestId : null;
}
