import sql from "sql-template-tag";
import type { Participant, ParticipantState, Stage } from "../../../domain/rollout/participant";
import { orEmpty, orNull } from "../../entities/columns";
import type { ParticipantRow } from "../../entities/rollout-entities";

export const participantColumns = sql`q.wave_id AS "waveId", q.person_id AS "personId", q.rollout_id AS "rolloutId",
  q.state, q.before_state AS before, q.champion, q.reason, q.blocker_id AS "blockerId", q.invited_on AS "invitedOn",
  q.trained_on AS "trainedOn", q.live_on AS "liveOn", q.confirmed_on AS "confirmedOn",
  q.rolled_back_on AS "rolledBackOn"`;

export function participantOf(row: ParticipantRow): Participant {
  return {
    waveId: row.waveId,
    personId: row.personId,
    rolloutId: row.rolloutId,
    state: row.state as ParticipantState,
    before: orNull(row.before) as Stage | null,
    champion: row.champion === 1,
    reason: orNull(row.reason),
    blockerId: orNull(row.blockerId),
    invitedOn: orNull(row.invitedOn),
    trainedOn: orNull(row.trainedOn),
    liveOn: orNull(row.liveOn),
    confirmedOn: orNull(row.confirmedOn),
    rolledBackOn: orNull(row.rolledBackOn),
  };
}

export function rowOf(participant: Participant): ParticipantRow {
  const { waveId, personId, rolloutId, state } = participant;
  return {
    ...{ waveId, personId, rolloutId, state },
    before: orEmpty(participant.before),
    champion: participant.champion ? 1 : 0,
    reason: orEmpty(participant.reason),
    blockerId: orEmpty(participant.blockerId),
    invitedOn: orEmpty(participant.invitedOn),
    trainedOn: orEmpty(participant.trainedOn),
    liveOn: orEmpty(participant.liveOn),
    confirmedOn: orEmpty(participant.confirmedOn),
    rolledBackOn: orEmpty(participant.rolledBackOn),
  };
}
