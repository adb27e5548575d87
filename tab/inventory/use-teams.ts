import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listTeams, type TeamAnswer } from "../../src/contracts/person-contract";
import { call } from "../call";
import { useLanguage } from "../language/use-text";
import { type TeamOption, teamOptions } from "./team-tree";

export const teamsKey = ["teams", "all"] as const;

/** All teams the caller sees, as a tree written flat; they change rarely. */
export function useTeamOptions(): { readonly options: readonly TeamOption[]; readonly loading: boolean } {
  const language = useLanguage();
  const { data, isPending } = useTeams();
  const options = useMemo(() => teamOptions(data ?? [], language), [data, language]);
  return { options, loading: isPending };
}

/** All teams the caller sees. */
export function useTeams() {
  return useQuery({
    queryKey: teamsKey,
    queryFn: ({ signal }) => everyTeam(signal),
    staleTime: 5 * 60_000,
  });
}

async function everyTeam(signal: AbortSignal): Promise<TeamAnswer[]> {
  const teams: TeamAnswer[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof onePage>> = await onePage(cursor, signal);
    teams.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return teams;
}

const onePage = (cursor: string | null, signal: AbortSignal) =>
  call(listTeams, { query: { limit: 200, ...(cursor === null ? {} : { cursor }) } }, { signal });
