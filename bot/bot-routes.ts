import { type NextFunction, type Request, type Response, Router } from "express";
import type { Log } from "../src/platform/log";
import { readBody } from "./bot-body";
import type { Admitted, BotGuard, Ignored, Refused } from "./bot-guard";
import { answerProblem, onFault } from "./bot-problem";
import type { BotTurn } from "./bot-turn";
import { type IncomingActivity, incomingActivity } from "./incoming-activity";
import type { BotPort } from "./sdk-when-needed";

export interface BotDoor {
  readonly guard: BotGuard;
  readonly adapter: Pick<BotPort, "take">;
  readonly onActivity: (activity: IncomingActivity, turn: BotTurn) => Promise<void>;
  readonly log: Log;
  /** A turn that takes longer is cut off, so that Teams hears something. */
  readonly hardStopMs?: number;
}

const defaultHardStopMs = 5_000;

/** `POST /api/messages`: guard, body, shape, guard again on what it says, then the turn. */
export function botRouter(door: BotDoor): Router {
  const router = Router();
  const admitted = new WeakMap<Request, Admitted>();
  const admit = async (request: Request, response: Response, next: NextFunction) => {
    const decision = await decide(door, request);
    if (!decision.admitted) return turnAway(door, response, decision);
    admitted.set(request, decision);
    next();
  };
  const take = async (request: Request, response: Response) => {
    const activity = parse(door, request, response);
    if (activity === null) return;
    const admission = admitted.get(request);
    const objection = judge(admission, activity);
    if (objection === null) return run(door, { request, response, claims: admission?.claims }, activity);
    if ("ignored" in objection) return ignore(door, response, objection);
    turnAway(door, response, objection);
  };
  router.post("/api/messages", headers, admit, readBody(door.log), take);
  router.use("/api/messages", onFault(door.log));
  return router;
}

function headers(_request: Request, response: Response, next: NextFunction): void {
  response.set({ "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" });
  next();
}

async function decide(door: BotDoor, request: Request): Promise<Admitted | Refused> {
  try {
    return await door.guard(request);
  } catch {
    return { admitted: false, status: 401, why: "the guard failed" };
  }
}

function judge(admission: Admitted | undefined, activity: IncomingActivity): Refused | Ignored | null {
  if (admission === undefined) return { admitted: false, status: 401, why: "never admitted" };
  return admission.judge(activity);
}

function turnAway(door: BotDoor, response: Response, refused: Refused): void {
  const title = refused.status === 401 ? "Not signed in" : "Not allowed";
  answerProblem(door.log, response, { status: refused.status, title, why: refused.why });
}

function ignore(door: BotDoor, response: Response, { why }: Ignored): void {
  door.log.warn({ requestId: response.getHeader("x-request-id"), why }, "bot request ignored");
  response.status(200).end();
}

function parse(door: BotDoor, request: Request, response: Response): IncomingActivity | null {
  const parsed = incomingActivity.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, 20).map((issue) => {
    return { path: issue.path.join("."), message: issue.message };
  });
  const why = errors.map(({ path }) => path).join(", ");
  const problem = { status: 400, title: "Not an activity", why: `malformed activity: ${why}`, errors };
  answerProblem(door.log, response, problem);
  return null;
}

interface Turn {
  readonly request: Request;
  readonly response: Response;
  readonly claims: object | undefined;
}

/** The SDK gets only the fields that were checked. */
async function run(door: BotDoor, { request, response, claims }: Turn, activity: IncomingActivity) {
  const timer = setTimeout(() => {
    const why = `turn took too long: ${activity.type}`;
    if (!response.headersSent) answerProblem(door.log, response, { status: 503, title: "Try again", why });
  }, door.hardStopMs ?? defaultHardStopMs);
  try {
    const { method, headers } = request;
    const checked = { method, headers, body: { ...activity }, ...(claims && { user: claims }) };
    await door.adapter.take(checked, response, (turn) => door.onActivity(activity, turn));
  } finally {
    clearTimeout(timer);
  }
}
