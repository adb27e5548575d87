import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CallInput } from "../../../src/contracts/endpoint";
import {
  changeHomeTeamRule,
  getHomeTeamRule,
  listDirectoryGroups,
  previewHomeTeamRule,
} from "../../../src/contracts/home-team-contract";
import { call } from "../../call";

const key = ["settings", "home-team"];

export function useHomeTeam() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => call(getHomeTeamRule, {}, { signal }) });
}

export type HomeRuleBody = NonNullable<CallInput<typeof previewHomeTeamRule>["body"]>;

export function usePreviewHomeTeam() {
  return useMutation({ mutationFn: (body: HomeRuleBody) => call(previewHomeTeamRule, { body }) });
}

type ChangeBody = NonNullable<CallInput<typeof changeHomeTeamRule>["body"]>;

export function useChangeHomeTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangeBody) => call(changeHomeTeamRule, { body }),
    onSuccess: (saved) => {
      client.setQueryData(key, saved);
    },
  });
}

const groupsShown = 8;

export function useGroups(search: string) {
  return useQuery({
    queryKey: ["directory-groups", search],
    queryFn: ({ signal }) =>
      call(
        listDirectoryGroups,
        { query: { limit: groupsShown, ...(search !== "" && { q: search }) } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}
