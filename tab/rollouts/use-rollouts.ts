import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useMemo } from "react";
import {
  type BlockerAnswer,
  changeBlocker,
  listBlockers,
  raiseBlocker,
} from "../../src/contracts/blocker-contract";
import type { CallInput } from "../../src/contracts/endpoint";
import {
  getRollout,
  getRolloutProgress,
  listRollouts,
  planRollout,
  type RolloutAnswer,
} from "../../src/contracts/rollout-contract";
import {
  type AskedAttendanceAnswer,
  askAttendance,
  getTraining,
  listTrainings,
  planTraining,
  readAttendance,
  recordAttendance,
} from "../../src/contracts/training-contract";
import {
  addWave,
  changeParticipants,
  decideWave,
  finishWave,
  getWave,
  getWaveGates,
  getWaveProgress,
  listParticipants,
  pauseWave,
  resumeWave,
  rollBackWave,
} from "../../src/contracts/wave-contract";
import type { ParticipantState } from "../../src/domain/rollout/participant";
import { call } from "../call";
import { everyPage } from "../every-page";

export type PlanInput = NonNullable<CallInput<typeof planRollout>["body"]>;
export type WaveInput = NonNullable<CallInput<typeof addWave>["body"]>;
type Body<E extends Parameters<typeof call>[0]> = NonNullable<CallInput<E>["body"]>;

const allKey = ["rollouts"];
const oneKey = (id: string) => [...allKey, "one", id];
const waveKey = (id: string) => [...allKey, "wave", id];
/** Others look at the same time, and people answer. */
const readAgainMs = 15_000;

export function useRollouts() {
  return useInfiniteQuery({
    queryKey: [...allKey, "list"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(listRollouts, { query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** All of them, to choose from. */
export function useEveryRollout() {
  return useQuery({
    queryKey: [...allKey, "every"],
    queryFn: ({ signal }) =>
      everyPage<RolloutAnswer>((cursor) =>
        call(listRollouts, { query: { limit: 200, ...(cursor !== null && { cursor }) } }, { signal }),
      ),
  });
}

export function useRollout(id: string) {
  return useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => call(getRollout, { params: { id } }, { signal }),
    refetchInterval: readAgainMs,
  });
}

export function useRolloutProgress(id: string) {
  return useQuery({
    queryKey: [...oneKey(id), "progress"],
    queryFn: ({ signal }) => call(getRolloutProgress, { params: { id } }, { signal }),
  });
}

export function useBlockers(id: string) {
  return useQuery({
    queryKey: [...oneKey(id), "blockers"],
    queryFn: ({ signal }) => call(listBlockers, { params: { id }, query: { limit: 200 } }, { signal }),
  });
}

export function useTrainings(id: string) {
  return useQuery({
    queryKey: [...oneKey(id), "training"],
    queryFn: ({ signal }) => call(listTrainings, { params: { id }, query: { limit: 200 } }, { signal }),
  });
}

export function useWave(id: string) {
  return useQuery({
    queryKey: waveKey(id),
    queryFn: ({ signal }) => call(getWave, { params: { id } }, { signal }),
    refetchInterval: readAgainMs,
  });
}

export function useGates(id: string) {
  return useQuery({
    queryKey: [...waveKey(id), "gates"],
    queryFn: ({ signal }) => call(getWaveGates, { params: { id } }, { signal }),
  });
}

export function useWaveProgress(id: string) {
  return useQuery({
    queryKey: [...waveKey(id), "progress"],
    queryFn: ({ signal }) => call(getWaveProgress, { params: { id } }, { signal }),
  });
}

export interface PeopleView {
  readonly state: ParticipantState | null;
  readonly search: string;
}

export function useParticipants(id: string, { state, search }: PeopleView) {
  const query = useInfiniteQuery({
    queryKey: [...waveKey(id), "people", state, search],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(
        listParticipants,
        {
          params: { id },
          query: {
            limit: 100,
            ...(state !== null && { state }),
            ...(search !== "" && { q: search }),
            ...(pageParam !== null && { cursor: pageParam }),
          },
        },
        { signal },
      ),
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
  const pages = query.data?.pages;
  const people = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return { ...query, people };
}

function useChange<Input, Done>(change: (input: Input) => Promise<Done>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => readAgain(client) });
}

export function usePlan() {
  return useChange((body: PlanInput) => call(planRollout, { body }));
}

export function useAddWave(id: string) {
  return useChange((body: WaveInput) => call(addWave, { params: { id }, body }));
}

export function useDecide(id: string) {
  return useChange((body: Body<typeof decideWave>) => call(decideWave, { params: { id }, body }));
}

const steps = { pause: pauseWave, resume: resumeWave, finish: finishWave } as const;

export function useStep(id: string) {
  return useChange((step: keyof typeof steps) => call(steps[step], { params: { id } }));
}

export function useRollBack(id: string) {
  return useChange((reason: string) => call(rollBackWave, { params: { id }, body: { reason } }));
}

export function useRaise(id: string) {
  return useChange((text: string) => call(raiseBlocker, { params: { id }, body: { text } }));
}

export function useWork() {
  return useChange(({ blocker, ...body }: { readonly blocker: BlockerAnswer } & Body<typeof changeBlocker>) =>
    call(changeBlocker, { params: { id: blocker.id }, body, etag: blocker.etag }),
  );
}

export function usePlanTraining(id: string) {
  return useChange((body: Body<typeof planTraining>) => call(planTraining, { params: { id }, body }));
}

export function useChangePeople(id: string) {
  return useChange((body: Body<typeof changeParticipants>) =>
    call(changeParticipants, { params: { id }, body }),
  );
}

/** Has those asked who may have been at a session. */
export function useAskAttendance(id: string) {
  return useChange<void, AskedAttendanceAnswer>(() => call(askAttendance, { params: { id } }));
}

/** Looks through a file of who was at a session, or writes it. */
export function useReadAttendance(id: string) {
  return useChange(({ file, mode }: { readonly file: Blob; readonly mode: "preview" | "apply" }) =>
    call(readAttendance, { params: { id }, query: { mode }, body: file }),
  );
}

/** Adds people to those who were at a session already. */
export function useAttend() {
  return useChange(
    async ({ id, personIds }: { readonly id: string; readonly personIds: readonly string[] }) => {
      const { attendees } = await call(getTraining, { params: { id } });
      const now = new Set(personIds);
      const was = (there: boolean) =>
        attendees.flatMap(({ personId, attended }) =>
          attended === there && !now.has(personId) ? [personId] : [],
        );
      const body = { attended: [...was(true), ...personIds], absent: was(false) };
      return call(recordAttendance, { params: { id }, body });
    },
  );
}

async function readAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: allKey });
}
