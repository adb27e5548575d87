import { z } from "zod";
import { endpoint, idParams } from "./endpoint";
import { id, instantOut } from "./wire";

const when = instantOut.nullable();

export const exportPersonData = endpoint({
  method: "GET",
  path: "/api/people/{id}/data-export",
  summary: "Everything held about one person, as JSON, or readable with format=html; recorded",
  params: idParams,
  query: z.strictObject({ format: z.enum(["json", "html"]).optional() }),
  response: z.object({
    exportedAt: instantOut,
    person: z.object({
      id,
      name: z.string(),
      email: z.string(),
      teamId: z.string().nullable(),
      teamName: z.string().nullable(),
      active: z.boolean(),
    }),
    teams: z.array(z.object({ id, name: z.string() })),
    devices: z.array(
      z.object({
        assetTag: z.string(),
        serial: z.string().nullable(),
        type: z.string(),
        model: z.string().nullable(),
        notes: z.string().nullable(),
        lastConfirmedAt: when,
      }),
    ),
    problems: z.array(
      z.object({
        kind: z.string(),
        text: z.string().nullable(),
        raisedAt: instantOut,
        resolvedAt: when,
        state: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    checkIns: z.array(
      z.object({
        title: z.string(),
        purpose: z.string(),
        state: z.string(),
        reason: z.string(),
        queuedAt: instantOut,
        sentAt: when,
        answeredAt: when,
        answers: z.record(z.string(), z.string()).nullable(),
        unlisted: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
    /** Open surveys that ask the person; what they said is there for the person alone. After the close nobody can tell whose it was. */
    surveys: z.array(
      z.object({
        title: z.string(),
        closesAt: when,
        answers: z.record(z.string(), z.string()).nullable(),
        comment: z.string().nullable(),
      }),
    ),
    conversations: z.array(
      z.object({
        language: z.string(),
        muted: z.string(),
        removedAt: when,
        questionOpenedAt: when,
        updatedAt: instantOut,
      }),
    ),
    assignments: z.array(
      z.object({
        assetTag: z.string().nullable(),
        state: z.string(),
        askedAt: instantOut,
        answeredAt: when,
        note: z.string().nullable(),
      }),
    ),
    contact: z.array(
      z.object({
        ownHours: z.string().nullable(),
        noMessagesAbout: z.string().nullable(),
        updatedAt: instantOut,
      }),
    ),
    messages: z.array(z.object({ sentAt: instantOut })),
    notes: z.array(
      z.object({
        kind: z.string(),
        actBy: z.string().nullable(),
        decidedAt: instantOut,
        state: z.string(),
        reason: z.string(),
        sentAt: when,
      }),
    ),
    calendars: z.array(z.object({ createdAt: instantOut, language: z.string() })),
    stockTakes: z.array(
      z.object({
        title: z.string(),
        startedAt: instantOut,
        assetTag: z.string(),
        state: z.string(),
        note: z.string().nullable(),
      }),
    ),
    rollouts: z.array(
      z.object({
        rollout: z.string().nullable(),
        wave: z.string().nullable(),
        state: z.string(),
        champion: z.string(),
        reason: z.string().nullable(),
        invitedOn: z.string().nullable(),
        trainedOn: z.string().nullable(),
        liveOn: z.string().nullable(),
        confirmedOn: z.string().nullable(),
      }),
    ),
    rolloutAnswers: z.array(z.object({ has: z.string(), works: z.string(), answeredAt: instantOut })),
    blockers: z.array(
      z.object({
        rollout: z.string().nullable(),
        text: z.string().nullable(),
        raisedAt: instantOut,
        state: z.string(),
        resolution: z.string().nullable(),
      }),
    ),
    trainings: z.array(
      z.object({ title: z.string().nullable(), startsAt: instantOut.nullable(), attended: z.string() }),
    ),
    applications: z.array(z.object({ name: z.string(), ownerOf: z.enum(["business", "it"]) })),
    licences: z.array(
      z.object({
        licence: z.string(),
        state: z.string(),
        useBand: z.string(),
        lastUsedAt: instantOut.nullable(),
      }),
    ),
    licenceReviews: z.array(
      z.object({
        licence: z.string().nullable(),
        useBand: z.string(),
        lastUsedAt: when,
        answer: z.string().nullable(),
        note: z.string().nullable(),
        answeredAt: when,
        releasedAt: when,
      }),
    ),
    imports: z.array(
      z.object({ at: instantOut, kind: z.string(), source: z.string(), fileName: z.string().nullable() }),
    ),
    /** As Microsoft Graph gave it; times are as they came. */
    accounts: z.array(
      z.object({
        name: z.string(),
        email: z.string(),
        department: z.string().nullable(),
        createdAt: z.string().nullable(),
        lastSignIn: z.string().nullable(),
        lastSignInByProgram: z.string().nullable(),
        lastSuccessfulSignIn: z.string().nullable(),
        lastActivityReported: z.string().nullable(),
        useBand: z.string().nullable(),
        lastUsedAt: z.string().nullable(),
      }),
    ),
    /** Records that are not about the person and name them: made, closed, changed, in charge of, asked, in a text. */
    mentions: z.array(
      z.object({ record: z.string(), name: z.string().nullable(), as: z.string(), at: when }),
    ),
    events: z.array(
      z.object({
        at: instantOut,
        byThisPerson: z.boolean(),
        door: z.string(),
        action: z.string(),
        subjectKind: z.string(),
        subjectId: z.string(),
        changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
        reason: z.string().nullable(),
      }),
    ),
    /** What ids in answers and events stand for, as far as the person may see it; of people only themselves. */
    names: z.record(z.string(), z.string()),
    /** What people might expect to find here and why it is not. */
    notHeld: z.array(z.string()),
  }),
});
export type PersonDataAnswer = z.output<typeof exportPersonData.response>;
