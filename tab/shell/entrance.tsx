import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useMemo } from "react";
import { isNotAdmitted, useSession } from "../session/session";
import { NoticePage } from "./notice-page";
import { createQueryClient } from "./query-client";
import { TabRoutes } from "./routes";
import { StartingPage } from "./starting-page";

const PersonaPicker = lazy(async () => ({
  default: (await import("../session/persona-picker")).PersonaPicker,
}));

const ConsentPage = lazy(async () => ({
  default: (await import("../session/consent-page")).ConsentPage,
}));

/** What the caller's session leads to: a page, the picker, or a notice of why neither. */
export function Entrance() {
  const { session } = useSession();
  switch (session.state) {
    case "starting":
      return <StartingPage />;
    case "choosing":
      return (
        <Suspense fallback={<StartingPage />}>
          <PersonaPicker />
        </Suspense>
      );
    case "signed-in":
      return <Pages key={session.me.person.id} />;
    case "outside":
      return <NoticePage kind="outside" />;
    case "consent-needed":
      return (
        <Suspense fallback={<StartingPage />}>
          <ConsentPage />
        </Suspense>
      );
    case "failed":
      return (
        <NoticePage kind={isNotAdmitted(session) ? "notAdmitted" : "refused"} problem={session.problem} />
      );
  }
}

/** Made anew for each person, so that nobody is shown what another person read. */
function Pages() {
  const client = useMemo(createQueryClient, []);
  return (
    <QueryClientProvider client={client}>
      <TabRoutes />
    </QueryClientProvider>
  );
}
