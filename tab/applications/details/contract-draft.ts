import type { ContractAnswer } from "../../../src/contracts/supplier-contract";
import { type Renewal, renewals } from "../../../src/domain/application/contract";
import { isDay } from "../../../src/domain/instant";
import { isAmount } from "../../../src/domain/money";
import { isNotice } from "../form/application-draft";

const fields = ["supplier", "reference", "start", "end", "noticeDays", "renewal", "value"] as const;
export type ContractField = (typeof fields)[number];
/** Everything the form holds is text, as inputs hold it. */
export type ContractDraft = Readonly<Record<ContractField, string>>;

export function draftOf(contract: ContractAnswer | null): ContractDraft {
  return {
    supplier: contract?.supplier ?? "",
    reference: contract?.reference ?? "",
    start: contract?.start ?? "",
    end: contract?.end ?? "",
    noticeDays: String(contract?.noticeDays ?? ""),
    renewal: contract?.renewal ?? "",
    value: contract?.value?.amount ?? "",
  };
}

export function problemsOf(
  draft: ContractDraft,
): Partial<Record<ContractField, "day" | "noticeDays" | "amount">> {
  const wrongDay = (day: string) => day !== "" && !isDay(day);
  return {
    ...(wrongDay(draft.start) && { start: "day" as const }),
    ...(wrongDay(draft.end) && { end: "day" as const }),
    ...(!isNotice(draft.noticeDays) && { noticeDays: "noticeDays" as const }),
    ...(draft.value.trim() !== "" && !isAmount(draft.value.trim()) && { value: "amount" as const }),
  };
}

/** Only what was changed; what was emptied is cleared. @param currency that of the contract so far */
export function bodyOf(base: ContractDraft, draft: ContractDraft, currency = "GBP") {
  const changed = (field: ContractField) => base[field].trim() !== draft[field].trim();
  const line = (field: ContractField) => (draft[field].trim() === "" ? null : draft[field].trim());
  return {
    ...(changed("supplier") && { supplier: line("supplier") }),
    ...(changed("reference") && { reference: line("reference") }),
    ...(changed("start") && { start: line("start") }),
    ...(changed("end") && { end: line("end") }),
    ...(changed("noticeDays") && {
      noticeDays: draft.noticeDays.trim() === "" ? null : Number(draft.noticeDays),
    }),
    ...(changed("renewal") && { renewal: renewalOf(draft.renewal) }),
    ...(changed("value") && {
      value: draft.value.trim() === "" ? null : { amount: draft.value.trim(), currency },
    }),
  };
}

function renewalOf(text: string): Renewal | null {
  return renewals.find((each) => each === text) ?? null;
}
