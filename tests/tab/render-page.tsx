import { FluentProvider, teamsLightTheme } from "@fluentui/react-components";
import { QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import type { MeAnswer } from "../../src/contracts/person-contract";
import { can, type Role, rights } from "../../src/domain/permission";
import { type SessionActions, SessionContext } from "../../tab/session/session";
import { ModalKeeper } from "../../tab/shell/modal-keeper";
import { createQueryClient } from "../../tab/shell/query-client";

export function somebody(roles: readonly Role[] = [], managedTeamIds: readonly string[] = []): MeAnswer {
  const allowed = rights.map((right) => [right, can({ roles, managedTeamIds }, right)]);
  return {
    person: { id: "p-1", name: "Nia Davies", email: "nia@aberwen.test", teamId: "t-1", teamName: "Housing" },
    roles: [...roles],
    managedTeamIds: [...managedTeamIds],
    can: Object.fromEntries(allowed) as MeAnswer["can"],
  };
}

interface Around {
  readonly me?: MeAnswer;
  readonly at?: string;
  readonly actions?: Partial<SessionActions>;
}

/** A page with all that stands around it: theme, keeper of dialogs, router, query cache, and somebody signed in. */
export function renderPage(
  page: ReactNode,
  { me = somebody(), at = "/", actions: some = {} }: Around = {},
): RenderResult {
  const actions = {
    signInAs: async () => undefined,
    chooseAgain: () => undefined,
    giveConsent: async () => undefined,
    agreeToLicences: async () => undefined,
    signInAgain: async () => undefined,
    ...some,
  };
  return render(
    <FluentProvider theme={teamsLightTheme}>
      <ModalKeeper />
      <SessionContext value={{ session: { state: "signed-in", me, local: true }, actions }}>
        <QueryClientProvider client={createQueryClient()}>
          <MemoryRouter initialEntries={[at]}>{page}</MemoryRouter>
        </QueryClientProvider>
      </SessionContext>
    </FluentProvider>,
  );
}
