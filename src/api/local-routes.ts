import { listLocalPeople, localSignIn } from "../contracts/local-contract";
import { chooseLocalPerson, findLocalPeople, type LocalPerson } from "../services/local-people-service";
import type { ServiceContext } from "../services/service-context";
import { handleOpen, type Route } from "./handle";
import type { LocalDoor } from "./local-guard";

/** Registered with `AUTH=local` only; elsewhere these paths do not exist. */
export function localRoutes(context: ServiceContext, door: LocalDoor): Route[] {
  return [
    handleOpen(listLocalPeople, async ({ query }) => ({
      items: (await findLocalPeople(context, query.q)).map(answer),
    })),
    handleOpen(localSignIn, async ({ body }) => {
      const person = await chooseLocalPerson(context, body);
      return { token: await door.issue(person.id, person.roles), person: answer(person) };
    }),
  ];
}

function answer({ active: _active, ...person }: LocalPerson) {
  return { ...person, roles: [...person.roles], manages: [...person.manages] };
}
