import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { CallInput } from "../../src/contracts/endpoint";
import {
  answerMySurvey,
  changeSurvey,
  closeSurvey,
  createSurvey,
  exportSurvey,
  getSurvey,
  getSurveyResults,
  listMySurveys,
  listSurveys,
  openSurvey,
  previewSurveyCard,
  removeSurvey,
  type SurveyAnswer,
  takeBackMyResponse,
} from "../../src/contracts/survey-contract";
import type { Language } from "../../src/domain/conversation";
import { call, callForFile } from "../call";
import { saveFile } from "../export/save-file";

export type SurveyInput = NonNullable<CallInput<typeof createSurvey>["body"]>;
export type ResponseInput = NonNullable<CallInput<typeof answerMySurvey>["body"]>;

const allKey = ["surveys"];
const mineKey = ["my", "surveys"];
/** Until the figures are there. */
const readAgainMs = 2_000;

export function useSurveys() {
  return useInfiniteQuery({
    queryKey: [...allKey, "list"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(listSurveys, { query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useSurvey(id: string) {
  return useQuery({
    queryKey: [...allKey, "one", id],
    queryFn: ({ signal }) => call(getSurvey, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === "closing" ? readAgainMs : false),
  });
}

const resultsOf = (id: string) => ({
  queryKey: [...allKey, "one", id, "results"],
  queryFn: ({ signal }: { signal: AbortSignal }) => call(getSurveyResults, { params: { id } }, { signal }),
});

export function useResults(id: string) {
  return useQuery(resultsOf(id));
}

/** What a preview shows: enough to ask, before it is saved. */
export type Previewed = Pick<SurveyAnswer, "title" | "items" | "closesAt" | "minimumGroup" | "comments">;

/** The card that the survey would send; what was drawn last stays until the next one is there. */
export function useSurveyCard(previewed: Previewed, language: Language) {
  const items = previewed.items.map(({ kind, text, applicationId, theme }) => ({
    ...{ kind, text, applicationId, theme },
  }));
  const { title, closesAt, minimumGroup, comments } = previewed;
  const body = { title, closesAt, minimumGroup, comments, items, language };
  return useQuery({
    queryKey: ["survey-card", body],
    queryFn: ({ signal }) => call(previewSurveyCard, { body }, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useMySurveys() {
  return useQuery({ queryKey: mineKey, queryFn: ({ signal }) => call(listMySurveys, {}, { signal }) });
}

export function useAnswer(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ResponseInput) => call(answerMySurvey, { params: { id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: mineKey }),
  });
}

export function useTakeBack(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(takeBackMyResponse, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: mineKey }),
  });
}

/** Drafts it, or changes the draft that is there. */
export function useSave(survey: SurveyAnswer | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SurveyInput) =>
      survey === null
        ? call(createSurvey, { body })
        : call(changeSurvey, { params: { id: survey.id }, body, etag: survey.etag }),
    onSuccess: () => readAgain(client),
  });
}

const steps = { open: openSurvey, close: closeSurvey } as const;

export function useStep(id: string, step: keyof typeof steps) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(steps[step], { params: { id } }),
    onSettled: () => readAgain(client),
  });
}

export function useRemove(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(removeSurvey, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: [...allKey, "list"] }),
  });
}

/** The whole release, or the rows of one team or one statement. */
export function useSaveFile(id: string, rows: { readonly team?: string; readonly item?: string } = {}) {
  return useMutation({
    mutationFn: async () => saveFile(await callForFile(exportSurvey, { params: { id }, query: rows })),
  });
}

async function readAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: allKey });
}
