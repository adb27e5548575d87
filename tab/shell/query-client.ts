import { QueryClient } from "@tanstack/react-query";
import { CallProblem } from "../call-problem";

/** What was read is shown again at once and refreshed behind; a refusal is final, only silence is tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, problem) => failures < 2 && isPassing(problem),
      },
    },
  });
}

function isPassing(problem: unknown): boolean {
  return problem instanceof CallProblem && (problem.status === 0 || problem.status >= 502);
}
