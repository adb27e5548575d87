import { type ContractDraft, renewals } from "../application/contract";
import { choiceIn, dayIn, moneyIn, numberIn, textIn } from "./cell";
import type { DayOrder } from "./day-text";
import type { RowReader } from "./row-reader";

/** Days whose order in the file is worked out by column. */
export const contractDays = ["start", "end"] as const;

const longestNotice = 3_650;

/** What a row says of a contract; undefined leaves a field, null clears it. The supplier is a name still. */
export interface ContractEntry {
  readonly wanted: ContractDraft;
  readonly supplier: string | null | undefined;
}

export function readContract(reader: RowReader, orderOf: (field: string) => DayOrder): ContractEntry {
  const supplier = textIn(reader, "supplier", 200);
  const wanted = {
    reference: textIn(reader, "reference", 200),
    start: dayIn(reader, "start", orderOf("start")),
    end: dayIn(reader, "end", orderOf("end")),
    // Months are not so many days, and which are meant is not for us to say.
    noticeDays: numberIn(reader, "noticeDays", [0, longestNotice], /\s*(days?|diwrnod)$/iu),
    renewal: choiceIn(reader, "renewal", renewals),
    value: moneyIn(reader, "value"),
  };
  return { wanted, supplier };
}
