import { FluentProvider } from "@fluentui/react-components";
import { app, authentication } from "@microsoft/teams-js";
import { useEffect, useState } from "react";
import { NoticePage } from "../shell/notice-page";
import { themes } from "../shell/theme";
import { consentResultIn } from "./consent";
import { preferredTheme } from "./use-theme";

/** The end of the consent window: tells the tab how it went, whereupon the host closes the window. */
export function ConsentDone() {
  const [theme] = useState(preferredTheme);
  useEffect(() => {
    void reportTo(window.location.search).catch(() => undefined);
  }, []);
  return (
    <FluentProvider theme={themes[theme]}>
      <NoticePage kind="consentDone" action={null} />
    </FluentProvider>
  );
}

async function reportTo(search: string): Promise<void> {
  const { state, error } = consentResultIn(search);
  // The code in the address is worth nothing to anybody, and yet it need not stay in the history.
  window.history.replaceState(null, "", window.location.pathname);
  await app.initialize();
  if (error === null) authentication.notifySuccess(state);
  else authentication.notifyFailure(error);
}
