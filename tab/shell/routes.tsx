import { createBrowserRouter, Navigate } from "react-router";
import { looksAfterOthers, useMe } from "../session/session";
import { AppShell } from "./app-shell";
import { RouteFault } from "./fault-boundary";
import { LoadingState } from "./loading-state";
import { NotFoundPage } from "./not-found-page";

export function createRouter() {
  return createBrowserRouter(
    [
      {
        path: "/configure",
        errorElement: <RouteFault />,
        hydrateFallbackElement: <LoadingState />,
        lazy: async () => ({ Component: (await import("../configure/configure-page")).ConfigurePage }),
      },
      {
        path: "/",
        Component: AppShell,
        errorElement: <RouteFault />,
        hydrateFallbackElement: <LoadingState />,
        children: [{ errorElement: <RouteFault />, children: pages }],
      },
    ],
    { basename: "/tab" },
  );
}

/** Each page is its own file to load; the first visit pays for one page only. */
const pages = [
  { index: true, Component: FirstPage },
  {
    path: "my-kit",
    lazy: async () => ({ Component: (await import("../kit/my-kit-page")).MyKitPage }),
  },
  {
    path: "inventory",
    lazy: async () => ({ Component: (await import("../inventory/inventory-page")).InventoryPage }),
  },
  {
    path: "check-ins",
    lazy: async () => ({ Component: (await import("../check-ins/check-ins-page")).CheckInsPage }),
  },
  {
    path: "check-ins/:id",
    lazy: async () => ({ Component: (await import("../check-ins/check-in-page")).CheckInPage }),
  },
  { path: "*", Component: NotFoundPage },
];

/** Who looks after others starts at the register, everybody else at their own kit. */
function FirstPage() {
  const me = useMe();
  return <Navigate to={looksAfterOthers(me) ? "/inventory" : "/my-kit"} replace />;
}
