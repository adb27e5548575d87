import { type ProblemAnswer, problemAnswer } from "../src/contracts/problem-contract";

type FieldError = NonNullable<ProblemAnswer["errors"]>[number];

/** What the server said when it said no, or status 0 when it could not be reached. */
export class CallProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly requestId: string | null = null,
    readonly errors: readonly FieldError[] = [],
    /** How long the server asks to wait before the same may be tried again; null when it says nothing. */
    readonly waitMs: number | null = null,
    /** What was refused, by name; null when the server did not say. */
    readonly code: string | null = null,
    /** What conditional access wants, for the host. */
    readonly challenge: string | null = null,
  ) {
    super(detail === "" ? title : detail);
    this.name = "CallProblem";
  }
}

/** Reads problem+json; an answer of any other shape (a proxy's page) keeps its status alone. */
export async function problemOf(response: Response): Promise<CallProblem> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemAnswer.safeParse(body);
  const wait = waitOf(response.headers.get("retry-after"));
  if (!parsed.success) {
    const reference = response.headers.get("x-request-id");
    return new CallProblem(response.status, response.statusText, "", reference, [], wait);
  }
  const { status, title, detail, requestId, errors = [], code, challenge = null } = parsed.data;
  return new CallProblem(status, title, detail, requestId, errors, wait, code, challenge);
}

/** Seconds or a date, as HTTP writes them. */
function waitOf(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  const wait = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
