import { changeBlocker, getBlocker, listBlockers, raiseBlocker } from "../contracts/blocker-contract";
import {
  changeRollout,
  getRollout,
  getRolloutHistory,
  getRolloutProgress,
  listRollouts,
  planRollout,
} from "../contracts/rollout-contract";
import {
  askAttendance,
  getAttendanceFile,
  getTraining,
  listTrainings,
  planTraining,
  readAttendance,
  recordAttendance,
} from "../contracts/training-contract";
import { csvOf } from "../services/export/csv-writer";
import * as asking from "../services/rollout/attendance-asking";
import * as files from "../services/rollout/attendance-file-service";
import * as blockers from "../services/rollout/blocker-service";
import { rolloutProgress } from "../services/rollout/progress-service";
import * as overview from "../services/rollout/rollout-overview";
import * as rollouts from "../services/rollout/rollout-service";
import * as trainings from "../services/rollout/training-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { withEtag } from "./etag";
import { FileAnswer } from "./file-answer";
import { handle, handleFile, type Route } from "./handle";
import { historyAnswer } from "./history-answer";
import { rolloutAnswer, rolloutDetailsAnswer } from "./rollout-answers";

export function rolloutRoutes(context: ServiceContext): Route[] {
  return [...planRoutes(context), ...blockerRoutes(context), ...trainingRoutes(context)];
}

function planRoutes(context: ServiceContext): Route[] {
  return [
    handle(listRollouts, "rollout.read", async ({ query }, { caller }) => {
      const page = pageRequest<"createdAt">(query);
      return pageAnswer(
        await overview.listRollouts(context, caller, query.q, page),
        query.sort,
        rolloutAnswer,
      );
    }),
    handle(planRollout, "rollout.change", async ({ body: { vendorChangeId, ...body } }, { caller }) => {
      const draft = { ...body, goal: body.goal || null, skuId: body.skuId ?? null };
      return rolloutDetailsAnswer(await rollouts.planRollout(context, caller, draft, vendorChangeId ?? null));
    }),
    handle(getRollout, "rollout.read", async ({ params }, { caller }) =>
      rolloutDetailsAnswer(await overview.getRollout(context, caller, params.id)),
    ),
    handle(changeRollout, "rollout.change", async ({ params, body }, { caller, version }) => {
      const goal = body.goal === undefined ? undefined : body.goal || null;
      const after = await rollouts.changeRollout(context, caller, params.id, version, { ...body, goal });
      return rolloutDetailsAnswer(after);
    }),
    handle(getRolloutProgress, "rollout.read", async ({ params }, { caller }) =>
      rolloutProgress(context, caller, params.id),
    ),
    handle(getRolloutHistory, "rollout.history", async ({ params, query }, { caller }) =>
      historyAnswer(query, (page) => overview.rolloutHistory(context, caller, params.id, page)),
    ),
  ];
}

function blockerRoutes(context: ServiceContext): Route[] {
  return [
    handle(listBlockers, "rollout.read", async ({ params, query }, { caller }) => {
      const { open, state, wave: waveId, q: search } = query;
      const page = pageRequest<"raisedAt">(query);
      const filter = { open, state, waveId, search };
      const found = await blockers.listBlockers(context, caller, params.id, filter, page);
      return pageAnswer(found, query.sort, withEtag);
    }),
    handle(raiseBlocker, "rollout.change", async ({ params, body }, { caller }) => {
      const { text, waveId = null, personId = null, ownerId = null } = body;
      const wanted = { text, waveId, personId, ownerId };
      return withEtag(await blockers.raiseBlocker(context, caller, params.id, wanted));
    }),
    handle(getBlocker, "rollout.read", async ({ params }, { caller }) =>
      withEtag(await blockers.getBlocker(context, caller, params.id)),
    ),
    handle(changeBlocker, "rollout.change", async ({ params, body }, { caller, version }) =>
      withEtag(await blockers.changeBlocker(context, caller, params.id, version, body)),
    ),
  ];
}

function trainingRoutes(context: ServiceContext): Route[] {
  return [
    handle(listTrainings, "rollout.read", async ({ params, query }, { caller }) => {
      const page = pageRequest<"startsAt">(query);
      const found = await trainings.listTrainings(context, caller, params.id, page);
      return pageAnswer(found, query.sort, (training) => training);
    }),
    handle(planTraining, "rollout.change", async ({ params, body }, { caller }) =>
      trainings.planTraining(context, caller, { ...body, rolloutId: params.id }),
    ),
    handle(getTraining, "rollout.read", async ({ params }, { caller }) =>
      trainings.getTraining(context, caller, params.id),
    ),
    handle(recordAttendance, "rollout.change", async ({ params, body }, { caller }) =>
      trainings.recordAttendance(context, caller, params.id, body),
    ),
    handle(readAttendance, "rollout.change", async ({ params, query, body }, { caller }) => {
      const outcome = await files.readAttendance(context, caller, params.id, { ...query, bytes: body });
      const verdicts = outcome.verdicts.map(({ attended: _said, ...row }) => row);
      return { ...outcome, ignoredColumns: [...outcome.ignoredColumns], verdicts };
    }),
    handle(askAttendance, "rollout.change", async ({ params }, { caller }) =>
      asking.askAttendance(context, caller, params.id),
    ),
    handleFile(getAttendanceFile, "rollout.change", async ({ params }, { caller }) => {
      const table = await files.attendanceFile(context, caller, params.id);
      return new FileAnswer("text/csv; charset=utf-8", "toolroll-attendance.csv", csvOf(table));
    }),
  ];
}
