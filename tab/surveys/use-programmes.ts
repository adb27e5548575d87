import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CallInput } from "../../src/contracts/endpoint";
import {
  changeProgramme,
  exportTrend,
  getProgramme,
  getSurveyTrend,
  type ProgrammeAnswer,
  startProgramme,
} from "../../src/contracts/survey-programme-contract";
import { call, callForFile } from "../call";
import { saveFile } from "../export/save-file";

export type ProgrammeInput = NonNullable<CallInput<typeof startProgramme>["body"]>;

/** Below the surveys', so that what changes one reads the other again. */
const keyOf = (id: string) => ["surveys", "programme", id];

export function useProgramme(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(getProgramme, { params: { id } }, { signal }),
  });
}

export function useStartProgramme() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProgrammeInput) => call(startProgramme, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["surveys"] }),
  });
}

/** Stops it, or goes on with it. */
export function useProgrammeState({ id, etag }: Pick<ProgrammeAnswer, "id" | "etag">) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (state: ProgrammeAnswer["state"]) =>
      call(changeProgramme, { params: { id }, body: { state }, etag }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(id) }),
  });
}

/** One team over the closed surveys that asked the same; a release never changes. */
export function useTrend(surveyId: string, team: string) {
  return useQuery({
    queryKey: ["surveys", "one", surveyId, "trend", team],
    queryFn: ({ signal }) => call(getSurveyTrend, { params: { id: surveyId }, query: { team } }, { signal }),
  });
}

export function useSaveTrend(surveyId: string, rows: { readonly team: string; readonly item: string }) {
  return useMutation({
    mutationFn: async () =>
      saveFile(await callForFile(exportTrend, { params: { id: surveyId }, query: rows })),
  });
}
