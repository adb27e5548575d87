import type { Writer } from "../database/gateway";
import { refreshHolderNames } from "../database/stores/device-store";
import { updatePeople } from "../database/stores/person-store";
import type { Person } from "../domain/person";

export interface ChangedPerson {
  readonly before: Pick<Person, "name">;
  readonly after: Person;
}

/** Writes people who changed; their devices are found by the names that they have now. */
export async function writePeople(tx: Writer, changed: readonly ChangedPerson[]): Promise<void> {
  await updatePeople(
    tx,
    changed.map(({ after }) => after),
  );
  const renamed = changed.filter(({ before, after }) => before.name !== after.name);
  await refreshHolderNames(
    tx,
    renamed.map(({ after }) => after),
  );
}
