import { QueryClient } from "@tanstack/react-query";
import { CallProblem } from "../call-problem";

/** Longer than any wait that the server asks for. */
const longestWaitMs = 120_000;

/**
 * What was read is shown again at once and refreshed behind. A refusal is final; silence is tried again, and so is
 * what came too fast, once the server's own time has passed.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, problem) => failures < (isTooFast(problem) ? 3 : 2) && isPassing(problem),
        retryDelay: (failures, problem) => waitOf(problem) ?? Math.min(1_000 * 2 ** failures, 30_000),
      },
    },
  });
}

/** More was asked in a minute than one person may. */
export function isTooFast(problem: unknown): boolean {
  return problem instanceof CallProblem && problem.status === 429;
}

function isPassing(problem: unknown): boolean {
  if (!(problem instanceof CallProblem)) return false;
  return problem.status === 0 || problem.status >= 502 || isTooFast(problem);
}

function waitOf(problem: unknown): number | null {
  const wait = problem instanceof CallProblem ? problem.waitMs : null;
  return wait === null ? null : Math.min(wait, longestWaitMs);
}
