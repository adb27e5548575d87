import "./schema-without-eval";
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { startLanguage } from "./language/i18n";
import { consentDonePath } from "./session/consent";
import { TabRoot } from "./shell/tab-root";

startLanguage();

const ConsentDone = lazy(async () => ({
  default: (await import("./session/consent-done")).ConsentDone,
}));

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      {window.location.pathname === consentDonePath ? (
        <Suspense>
          <ConsentDone />
        </Suspense>
      ) : (
        <TabRoot />
      )}
    </StrictMode>,
  );
}
