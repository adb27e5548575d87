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
  ) {
    super(detail === "" ? title : detail);
    this.name = "CallProblem";
  }
}

/** Reads problem+json; an answer of any other shape (a proxy's page) keeps its status alone. */
export async function problemOf(response: Response): Promise<CallProblem> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemAnswer.safeParse(body);
  if (!parsed.success) {
    return new CallProblem(response.status, response.statusText, "", response.headers.get("x-request-id"));
  }
  const { status, title, detail, requestId, errors } = parsed.data;
  return new CallProblem(status, title, detail, requestId, errors ?? []);
}
