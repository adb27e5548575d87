import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { suggestLanguage } from "../language/i18n";
import { useLanguage } from "../language/use-text";
import { findHost } from "../session/find-host";
import type { Host } from "../session/host";
import { SessionProvider } from "../session/session-provider";
import { useTheme } from "../session/use-theme";
import { Entrance } from "./entrance";
import { FaultBoundary } from "./fault-boundary";
import { StartingPage } from "./starting-page";
import { addressOfSubPage } from "./sub-page";
import { themes } from "./theme";

const useStyles = makeStyles({
  root: { backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1 },
});

type Surroundings = { readonly known: false } | { readonly known: true; readonly host: Host | null };

/** Finds the host, then who the caller is; only then a page. */
export function TabRoot() {
  const styles = useStyles();
  const [surroundings, setSurroundings] = useState<Surroundings>({ known: false });
  const host = surroundings.known ? surroundings.host : null;
  const theme = useTheme(host);
  const language = useLanguage();
  useEffect(() => {
    void findHost().then(async (found) => {
      if (found !== null) {
        openSubPage(found);
        await suggestLanguage(found.locale);
      }
      setSurroundings({ known: true, host: found });
    });
  }, []);
  return (
    <FluentProvider theme={themes[theme]} className={styles.root} lang={language}>
      <FaultBoundary>
        {surroundings.known ? (
          <SessionProvider host={surroundings.host}>
            <Entrance />
          </SessionProvider>
        ) : (
          <StartingPage />
        )}
      </FaultBoundary>
    </FluentProvider>
  );
}

/** Before the router reads the address, so that going back does not lead to the tab's first page. */
function openSubPage({ subPage }: Host): void {
  const address = addressOfSubPage(subPage);
  if (address !== null) window.history.replaceState(window.history.state, "", address);
}
