import "./schema-without-eval";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startLanguage } from "./language/i18n";
import { TabRoot } from "./shell/tab-root";

startLanguage();

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <TabRoot />
    </StrictMode>,
  );
}
