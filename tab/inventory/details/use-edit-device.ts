import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeDevice, type DeviceAnswer, getDevice } from "../../../src/contracts/device-contract";
import { call } from "../../call";
import { CallProblem } from "../../call-problem";
import { takeDevice } from "../device-cache";
import {
  changeBody,
  changedFields,
  type DeviceDraft,
  type DraftField,
  draftOf,
  problemsOf,
  rebase,
} from "./device-draft";

/**
 * A change on top of the version that was read. When somebody else was faster the server refuses; their version
 * is then loaded underneath and what was typed stays.
 */
export function useEditDevice(device: DeviceAnswer, onSaved: (device: DeviceAnswer) => void) {
  const client = useQueryClient();
  const [base, setBase] = useState(device);
  const [draft, setDraft] = useState<DeviceDraft>(() => draftOf(device));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [clashes, setClashes] = useState<readonly DraftField[] | null>(null);
  const before = draftOf(base);
  const changed = changedFields(before, draft).length > 0;

  const save = useMutation({
    mutationFn: () => {
      const why = reason.trim() === "" ? {} : { reason: reason.trim() };
      const body = { ...changeBody(before, draft), ...why };
      return call(changeDevice, { params: { id: base.id }, body, etag: base.etag });
    },
    onSuccess: async (saved) => {
      onSaved(saved);
      await takeDevice(client, saved);
    },
  });
  const reload = useMutation({
    mutationFn: () => call(getDevice, { params: { id: base.id } }),
    onSuccess: async (theirs) => {
      const rebased = rebase(before, draft, draftOf(theirs));
      setBase(theirs);
      setDraft(rebased.draft);
      setClashes(rebased.clashes);
      save.reset();
      await takeDevice(client, theirs);
    },
  });

  const submit = () => {
    setTried(true);
    if (!changed || save.isPending || Object.keys(problemsOf(draft)).length > 0) return;
    setClashes(null);
    save.mutate();
  };
  const stale = save.error instanceof CallProblem && save.error.status === 412;
  return { draft, setDraft, reason, setReason, tried, changed, clashes, save, stale, reload, submit };
}

export type DeviceEdit = ReturnType<typeof useEditDevice>;
