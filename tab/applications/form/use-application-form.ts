import { useState } from "react";
import type { ApplicationDetailAnswer } from "../../../src/contracts/application-contract";
import { type ApplicationDraft, draftOf, emptyDraft, problemsOf } from "./application-draft";
import type { Names } from "./form-props";

/** What the form holds while it is filled in. */
export function useApplicationForm(application: ApplicationDetailAnswer | null) {
  const [draft, setDraft] = useState<ApplicationDraft>(() =>
    application === null ? emptyDraft : draftOf(application),
  );
  const [names, setNames] = useState<Names>(() => namesOf(application));
  const [tried, setTried] = useState(false);
  const change = (wanted: Partial<ApplicationDraft>, named: Partial<Names> = {}) => {
    setDraft((now) => ({ ...now, ...wanted }));
    setNames((now) => ({ ...now, ...named }));
  };
  /** Whether it may be sent; if not, the fields say why from now on. */
  const check = () => {
    setTried(true);
    return Object.keys(problemsOf(draft)).length === 0;
  };
  return { draft, setDraft, names, tried, change, check };
}

function namesOf(application: ApplicationDetailAnswer | null): Names {
  return {
    businessOwnerId: application?.businessOwnerName ?? "",
    itOwnerId: application?.itOwnerName ?? "",
    replacedById: application?.replacedByName ?? "",
  };
}
