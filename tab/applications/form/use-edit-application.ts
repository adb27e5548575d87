import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type ApplicationDetailAnswer,
  changeApplication,
  getApplication,
} from "../../../src/contracts/application-contract";
import { call } from "../../call";
import { CallProblem } from "../../call-problem";
import { takeApplication } from "../application-cache";
import { changeBody, changedFields, draftOf, rebase } from "./application-draft";
import { useApplicationForm } from "./use-application-form";

/** A change on top of the version that was read; when somebody else was faster, what was typed goes on top of theirs. */
export function useEditApplication(application: ApplicationDetailAnswer, onSaved: () => void) {
  const client = useQueryClient();
  const [base, setBase] = useState(application);
  const form = useApplicationForm(application);
  const [reason, setReason] = useState("");
  const before = draftOf(base);
  const changed = changedFields(before, form.draft).length > 0;

  const save = useMutation({
    mutationFn: () => {
      const body = {
        ...changeBody(before, form.draft, base.contract?.value?.currency),
        ...(reason.trim() !== "" && { reason: reason.trim() }),
      };
      return call(changeApplication, { params: { id: base.id }, body, etag: base.etag });
    },
    onSuccess: async (saved) => {
      onSaved();
      await takeApplication(client, saved);
    },
  });
  const reload = useMutation({
    mutationFn: () => call(getApplication, { params: { id: base.id } }),
    onSuccess: async (theirs) => {
      form.setDraft(rebase(before, form.draft, draftOf(theirs)));
      setBase(theirs);
      save.reset();
      await takeApplication(client, theirs);
    },
  });
  const submit = () => {
    if (form.check() && changed && !save.isPending) save.mutate();
  };
  const stale = save.error instanceof CallProblem && save.error.status === 412;
  return { form, reason, setReason, changed, save, stale, reload, submit };
}
