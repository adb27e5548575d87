import { recordEvents } from "../database/stores/audit-store";
import { recordsAbout } from "../database/stores/data-export-store";
import { findPersonById } from "../database/stores/person-store";
import { findTeam } from "../database/stores/team-store";
import { toInstant } from "../domain/instant";
import type { Caller } from "../domain/permission";
import { Refusal } from "../domain/refusal";
import type { ServiceContext } from "./service-context";

/**
 * Everything that Toolroll holds about one person. That it was put together is recorded.
 * @throws Refusal not-found
 */
export async function exportPersonData(context: ServiceContext, caller: Caller, personId: string) {
  const at = toInstant(context.clock.now());
  const held = await context.gateway.read(async (reader) => {
    const person = await findPersonById(reader, personId);
    if (person === null) throw new Refusal("not-found", "not-found");
    const team =
      person.teamId === null ? null : await findTeam(reader, person.teamId, { kind: "everything" });
    return { person: { ...person, teamName: team?.name ?? null }, ...(await recordsAbout(reader, personId)) };
  });
  await context.gateway.write((tx) =>
    recordEvents(tx, [
      {
        id: context.newId(),
        at,
        actorId: caller.person.id,
        door: "tab",
        action: "person.data-exported",
        subjectKind: "person",
        subjectId: personId,
        changes: [],
        reason: null,
      },
    ]),
  );
  return { exportedAt: at, ...held };
}

export type PersonData = Awaited<ReturnType<typeof exportPersonData>>;
