import { entities } from "../../src/database/entities/entities";
import { personTraces } from "../../src/database/person-traces";

/** Columns that look as if they named a person and do not, with the reason. */
const others: Readonly<Record<string, string>> = {
  "audit_event.subject_id": "seen to with the actor, by redaction",
};

/** Names that columns with a person's id have. */
const looksLikePerson =
  /(^|_)(person|actor|assignee|owner|holder|manager|author|creator|requester|sender)(_id)?$|_by$|(^|_)(audience|subject_id|before|declined)$/;

describe("where people leave traces", () => {
  const columns = entities.flatMap(({ options }) =>
    Object.values(options.columns).map((column) => `${options.tableName}.${column?.name}`),
  );

  it("is written down for every column that looks as if it named a person", () => {
    const decided = new Set([
      ...personTraces.map(({ table, column }) => `${table}.${column}`),
      ...Object.keys(others),
    ]);
    const suspicious = columns.filter((column) => looksLikePerson.test(column.split(".")[1] ?? ""));
    expect(suspicious.length).toBeGreaterThan(10);
    expect(suspicious.filter((column) => !decided.has(column))).toEqual([]);
  });

  it("names columns that are there", () => {
    const named = personTraces.map(({ table, column }) => `${table}.${column}`);
    expect(named.filter((column) => !columns.includes(column))).toEqual([]);
  });
});
