import { useMutation, useQuery } from "@tanstack/react-query";
import type { Answer } from "../../src/contracts/endpoint";
import { askMyLicences, listMyLicences } from "../../src/contracts/my-licence-contract";
import { call } from "../call";

/** My licences as the last sync read them. */
export function useMyLicences() {
  return useQuery({
    queryKey: ["my", "licences"],
    queryFn: ({ signal }) => call(listMyLicences, {}, { signal }),
  });
}

export type ToldLicences = Answer<typeof askMyLicences>;

/** Asks Microsoft 365 in my own name, when I say so and never by itself. */
export function useAskMyLicences(onTold: (told: ToldLicences) => void) {
  return useMutation({ mutationFn: () => call(askMyLicences), onSuccess: onTold });
}
