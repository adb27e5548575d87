import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { CallInput } from "../../src/contracts/endpoint";
import {
  changeFinding,
  type FindingAnswer,
  getFinding,
  getFindingSummary,
  listFindings,
  lookForFindings,
} from "../../src/contracts/finding-contract";
import { call } from "../call";
import { useMe } from "../session/session";
import { type FindingView, findingQuery } from "./finding-view";

const keys = {
  all: ["findings"],
  lists: ["findings", "list"],
  summary: ["findings", "summary"],
  one: (id: string) => ["findings", "one", id],
} as const;

export function useFindings(view: FindingView) {
  const { person } = useMe();
  const query = findingQuery(view, person.id);
  return useInfiniteQuery({
    queryKey: [...keys.lists, query],
    queryFn: ({ pageParam, signal }) =>
      call(listFindings, { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useFindingSummary() {
  return useQuery({
    queryKey: keys.summary,
    queryFn: ({ signal }) => call(getFindingSummary, {}, { signal }),
  });
}

export function useFinding(id: string) {
  return useQuery({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => call(getFinding, { params: { id } }, { signal }),
  });
}

export type FindingStep = NonNullable<CallInput<typeof changeFinding>["body"]>;

/** What is decided shows at once in the finding, in the lists and in the counts. */
export function useDecide(finding: FindingAnswer) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: FindingStep) =>
      call(changeFinding, { params: { id: finding.id }, body, etag: finding.etag }),
    onSuccess: (changed) => client.setQueryData(keys.one(finding.id), changed),
    onError: () => client.invalidateQueries({ queryKey: keys.one(finding.id) }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.lists }),
        client.invalidateQueries({ queryKey: keys.summary }),
      ]),
  });
}

export function useLookNow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(lookForFindings, {}),
    onSettled: () => client.invalidateQueries({ queryKey: keys.all }),
  });
}
