import {
  addWave,
  changeParticipants,
  changeWave,
  decideWave,
  finishWave,
  getWave,
  getWaveGates,
  getWaveProgress,
  listParticipants,
  pauseWave,
  resumeWave,
  rollBackWave,
} from "../contracts/wave-contract";
import { launches } from "../domain/rollout/decision";
import { passes } from "../domain/rollout/gate";
import { waveGates } from "../services/rollout/gate-service";
import * as people from "../services/rollout/participant-service";
import { waveProgress } from "../services/rollout/progress-service";
import * as overview from "../services/rollout/rollout-overview";
import * as waves from "../services/rollout/wave-service";
import * as steps from "../services/rollout/wave-steps";
import type { ServiceContext } from "../services/service-context";
import { pageRequest } from "./cursor";
import { textPageEncoderOf } from "./encoder";
import { handle, handleEncoded, type Route } from "./handle";
import { decisionAnswer, gateAnswer, ruleOf, waveDetailsAnswer } from "./rollout-answers";

const encodePeople = textPageEncoderOf(listParticipants.response, people.participantFields);

export function waveRoutes(context: ServiceContext): Route[] {
  return [...planRoutes(context), ...stepRoutes(context), ...peopleRoutes(context)];
}

function planRoutes(context: ServiceContext): Route[] {
  return [
    handle(addWave, "rollout.change", async ({ params, body }, { caller }) => {
      const draft = { ...body, gates: body.gates.map(ruleOf) };
      return waveDetailsAnswer(await waves.addWave(context, caller, params.id, draft));
    }),
    handle(getWave, "rollout.read", async ({ params }, { caller }) =>
      waveDetailsAnswer(await overview.getWave(context, caller, params.id)),
    ),
    handle(changeWave, "rollout.change", async ({ params, body }, { caller, version }) => {
      const wanted = { ...body, gates: body.gates?.map(ruleOf) };
      return waveDetailsAnswer(await waves.changeWave(context, caller, params.id, version, wanted));
    }),
    handle(getWaveGates, "rollout.review", async ({ params }, { caller }) => {
      const gates = await waveGates(context, caller, params.id);
      return { waveId: params.id, passes: gates.every(passes), items: gates.map(gateAnswer) };
    }),
    handle(getWaveProgress, "rollout.read", async ({ params }, { caller }) =>
      waveProgress(context, caller, params.id),
    ),
  ];
}

function stepRoutes(context: ServiceContext): Route[] {
  return [
    handle(decideWave, "rollout.change", async ({ params, body }, { caller }) => {
      const { decision, wave } = await steps.decideWave(context, caller, params.id, body);
      return { ...decisionAnswer(decision), launched: launches(decision), wave: waveDetailsAnswer(wave) };
    }),
    handle(pauseWave, "rollout.change", async ({ params }, { caller }) =>
      waveDetailsAnswer(await steps.pauseWave(context, caller, params.id)),
    ),
    handle(resumeWave, "rollout.change", async ({ params }, { caller }) =>
      waveDetailsAnswer(await steps.resumeWave(context, caller, params.id)),
    ),
    handle(finishWave, "rollout.change", async ({ params }, { caller }) =>
      waveDetailsAnswer(await steps.finishWave(context, caller, params.id)),
    ),
    handle(rollBackWave, "rollout.change", async ({ params, body }, { caller }) =>
      waveDetailsAnswer(await steps.rollBackWithReason(context, caller, params.id, body.reason)),
    ),
  ];
}

function peopleRoutes(context: ServiceContext): Route[] {
  return [
    handleEncoded(listParticipants, "rollout.read", async ({ params, query }, { caller }) => {
      const filter = { state: query.state, champion: query.champion, teamId: query.team, search: query.q };
      const page = pageRequest<"name">(query);
      const found = await people.listParticipants(context, caller, params.id, filter, page);
      return encodePeople(found, query.sort);
    }),
    handle(changeParticipants, "rollout.change", async ({ params, body }, { caller }) => {
      const { personIds, state, champion, reason = null } = body;
      const wanted = { personIds, state, champion, reason };
      const { wave, ...done } = await people.changeParticipants(context, caller, params.id, wanted);
      return { ...done, counts: wave.counts };
    }),
  ];
}
