import { EntitySchema } from "typeorm";
import { requiredText, sequence, text } from "./columns";

/** What people, teams, applications and contracts are found by; devices hold their own text. */
export interface SearchEntryRow {
  seq?: number;
  kind: string;
  recordId: string;
  titleKey: string;
  /** What identifies the record besides its title: an e-mail address, a reference. */
  exactKey: string;
  searchText: string;
}

// PostgreSQL alone has these (SQLite searches FTS tables), and no schema builder can express their operator class.
const trigrams = ["person", "team", "application", "contract"].map((kind) => ({
  name: `search_entry_${kind}`,
  columns: ["searchText" as const],
  synchronize: false,
}));

export const searchEntryEntity = new EntitySchema<SearchEntryRow>({
  name: "search_entry",
  tableName: "search_entry",
  columns: {
    seq: sequence("seq"),
    kind: requiredText("kind"),
    recordId: requiredText("record_id"),
    titleKey: requiredText("title_key"),
    exactKey: text("exact_key"),
    searchText: requiredText("search_text"),
  },
  indices: [
    { name: "search_entry_record", columns: ["kind", "recordId"], unique: true },
    { name: "search_entry_title", columns: ["kind", "titleKey", "recordId"] },
    { name: "search_entry_exact", columns: ["kind", "exactKey"] },
    ...trigrams,
  ],
});
