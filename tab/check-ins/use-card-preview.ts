import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { previewCard } from "../../src/contracts/check-in-contract";
import type { Language } from "../../src/domain/conversation";
import { call } from "../call";

interface Asked {
  readonly title: string;
  readonly closesAt: string;
  readonly language: Language;
}

/** The card that a draft would send; what was drawn last stays until the next one is there. */
export function useCardPreview(asked: Asked, enabled: boolean) {
  return useQuery({
    queryKey: ["card-preview", asked],
    queryFn: ({ signal }) => call(previewCard, { body: { purpose: "kit", ...asked } }, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}
