import { peopleInWave } from "../../database/stores/audience-store";
import { findCheckIn } from "../../database/stores/check-in-store";
import { lockDelivery, markAnswered } from "../../database/stores/delivery-store";
import {
  askedAbout,
  entryOf,
  insertSessionCheckIn,
  sessionOfCheckIn,
} from "../../database/stores/rollout/session-check-in-store";
import { lockTraining, registerOf } from "../../database/stores/rollout/training-store";
import { wavesOf } from "../../database/stores/rollout/wave-store";
import { type Instant, toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import {
  type AttendanceAnswer,
  attendanceAsking,
  isOwnWord,
  isToBeAsked,
  wasThere,
} from "../../domain/rollout/attendance-answer";
import { isForWave, registerAfter } from "../../domain/rollout/training";
import { launchWithin } from "../check-in-service";
import { present } from "../device-overview";
import { refuseClosed, refuseForeign } from "../my-service";
import type { ServiceContext } from "../service-context";
import { inWave, nowSet, tellRollout } from "./rollout-tell";
import { writeRegister } from "./training-service";

/**
 * Asks those whom a session was for, and of whom nothing is written down, whether they were there: one check-in for each wave. Whoever is
 * asked already is not asked again.
 * @throws Refusal not-found; conflict `session-not-held`, `session-of-no-rollout`; invalid `audience-empty`
 */
export function askAttendance(
  context: ServiceContext,
  caller: Caller,
  id: string,
): Promise<{ readonly asked: number }> {
  return context.gateway.write(async (tx) => {
    const training = await present(lockTraining(tx, id));
    const { rolloutId, closesAt } = attendanceAsking(training, context.clock.now());
    const { title } = training;
    const heard = { known: await registerOf(tx, id), asked: await askedAbout(tx, id) };
    const waves = await wavesOf(tx, [rolloutId], caller.scope);
    let asked = 0;
    for (const wave of waves.filter((each) => isForWave(training, each.id))) {
      const people = (await peopleInWave(tx, wave.id)).filter((person) => isToBeAsked(person, heard));
      if (people.length === 0) continue;
      asked += people.length;
      const draft = {
        ...{ purpose: "rollout-step" as const, title, audience: { waveId: wave.id } },
        ...{ opensAt: null, closesAt, reminders: 1 },
      };
      const checkInId = await launchWithin(context, tx, caller.person.id, draft, people);
      await insertSessionCheckIn(tx, checkInId, id);
      const changes = [inWave(wave), nowSet("title", title), nowSet("people", people.length)];
      const by = { id: caller.person.id, door: "tab" } as const;
      await tellRollout(context, tx, by, "attendance-asked", rolloutId, changes);
    }
    if (asked === 0) throw new Refusal("invalid", "audience-empty");
    return { asked };
  });
}

export interface AttendanceInput {
  readonly deliveryId: string;
  readonly personId: string;
  readonly answer: AttendanceAnswer;
  readonly door: "tab" | "bot";
}

export interface TakenAttendance {
  readonly answeredAt: Instant;
  readonly title: string;
  /** False where IT has written something down itself, which stays. */
  readonly written: boolean;
}

/**
 * What somebody says of a session. A later answer replaces it; what IT wrote down by hand or from a file stays.
 * @throws Refusal not-found `delivery-not-yours`; conflict `check-in-closed`; invalid `answer-unknown`
 */
export function answerAttendance(context: ServiceContext, input: AttendanceInput): Promise<TakenAttendance> {
  return context.gateway.write(async (tx) => {
    const { deliveryId, personId, answer, door } = input;
    const delivery = refuseForeign(await lockDelivery(tx, deliveryId), personId);
    const now = context.clock.now();
    const { id: checkInId } = refuseClosed(await findCheckIn(tx, delivery.checkInId), now);
    const trainingId = await sessionOfCheckIn(tx, checkInId);
    if (trainingId === null) throw new Refusal("invalid", "answer-unknown");
    const training = await lockTraining(tx, trainingId);
    if (training === null) throw new Refusal("conflict", "check-in-closed");
    const entry = await entryOf(tx, trainingId, personId);
    const written = isOwnWord(entry?.source ?? null);
    if (written && entry?.attended !== wasThere(answer)) {
      const register = registerAfter(await registerOf(tx, trainingId), personId, wasThere(answer));
      await writeRegister(context, tx, { id: personId, door }, training, register, "answer");
    }
    const answeredAt = toInstant(now);
    await markAnswered(tx, deliveryId, answeredAt);
    return { answeredAt, title: training.title, written };
  });
}
