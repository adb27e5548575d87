import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import { chosenLanguage } from "../language/i18n";
import { useLanguage } from "../language/use-text";
import { useMe, useSession } from "../session/session";
import { withKept } from "./kept-address";

/** Puts the chosen person and language back into the address when a page's own filters dropped them. */
export function useKeptAddress(): void {
  const { session } = useSession();
  const me = useMe();
  const language = useLanguage();
  const location = useLocation();
  const navigate = useNavigate();
  const local = session.state === "signed-in" && session.local;
  useEffect(() => {
    const lang = chosenLanguage() === null ? null : language;
    const search = withKept(location.search, { as: local ? me.person.id : null, lang });
    if (search === null) return;
    void navigate({ ...location, search }, { replace: true, state: location.state });
  }, [location, navigate, local, me.person.id, language]);
}
