import { findPersonByEmail, type LocalPerson, localPeople } from "../database/stores/person-store";
import { Refusal } from "../domain/refusal";
import type { ServiceContext } from "./service-context";

export type { LocalPerson } from "../database/stores/person-store";

/** Whom one can sign in as in local mode. */
export function findLocalPeople(context: ServiceContext, search: string | undefined): Promise<LocalPerson[]> {
  return context.gateway.read((reader) => localPeople(reader, search ? { search } : {}));
}

/** @throws Refusal not-found for somebody unknown or gone */
export function chooseLocalPerson(
  context: ServiceContext,
  wanted: { readonly personId: string } | { readonly email: string },
): Promise<LocalPerson> {
  return context.gateway.read(async (reader) => {
    const id = "personId" in wanted ? wanted.personId : (await findPersonByEmail(reader, wanted.email))?.id;
    const [person] = id === undefined ? [] : await localPeople(reader, { id });
    if (!person) throw new Refusal("not-found", "person-unknown");
    return person;
  });
}
