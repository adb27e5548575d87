import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type answerFilters,
  getReviewStanding,
  listReviewResults,
  noteReleased,
} from "../../src/contracts/licence-review-contract";
import { call } from "../call";

const allKey = ["licence-reviews"];

// While answers come in: 12 reads a minute, well under the limit per person.
const answersEveryMs = 10_000;

export type AnswerFilter = (typeof answerFilters)[number];

export interface ReviewFilter {
  readonly search: string;
  readonly answer: AnswerFilter | null;
}

/** What a licence review asks about and how many said what, read again while answers come in. */
export function useReviewStanding(checkInId: string, live: boolean) {
  return useQuery({
    queryKey: [...allKey, "standing", checkInId],
    queryFn: ({ signal }) => call(getReviewStanding, { params: { id: checkInId } }, { signal }),
    refetchInterval: live ? answersEveryMs : false,
  });
}

export function useReviewResults(checkInId: string, { search, answer }: ReviewFilter, live: boolean) {
  const filter = { checkInId, ...(search !== "" && { q: search }), ...(answer !== null && { answer }) };
  return useInfiniteQuery({
    queryKey: [...allKey, "results", filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        listReviewResults,
        { query: { limit: 50, ...filter, ...(pageParam !== null && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // Further pages would each be read again; who pages is reading, not watching.
    refetchInterval: ({ state: { data } }) => (live && data?.pages.length === 1 ? answersEveryMs : false),
  });
}

/** Notes that a licence was taken away in the admin centre, or that it was not. */
export function useNoteReleased() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ deliveryId, released }: { deliveryId: string; released: boolean }) =>
      call(noteReleased, { params: { deliveryId }, body: { released } }),
    onSettled: () => client.invalidateQueries({ queryKey: allKey }),
  });
}
