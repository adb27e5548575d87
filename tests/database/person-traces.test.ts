import { entities } from "../../src/database/entities/entities";
import { namingColumns } from "../../src/database/naming-texts";
import { personTraces, typedTexts } from "../../src/database/person-traces";
import { aboutPerson, aboutThings, freeTexts } from "../support/person-columns";

const texts = entities.flatMap(({ options }) =>
  Object.values(options.columns).flatMap((column) =>
    column?.type === "text" ? [`${options.tableName}.${column.name}`] : [],
  ),
);
const traces = personTraces.map(({ table, column }) => `${table}.${column}`);
const decisions = [aboutPerson, freeTexts, aboutThings].map((decided) =>
  Object.entries(decided).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)),
);
const [persons = [], typed = []] = decisions;
const tableOf = (column: string) => column.split(".")[0] ?? "";

describe("where people leave traces", () => {
  it("is decided once for every text column of every table: a person's id, about a person, free text, or a thing", () => {
    expect(texts.length).toBeGreaterThan(200);
    expect([...traces, ...decisions.flat()].sort()).toEqual([...texts].sort());
  });

  it("is decided to be a person wherever the name of a column says so", () => {
    const saysPerson = /(^|_)(person|actor|assignee|owner|holder|manager|author|sender)(_id)?$|_by$/;
    expect(texts.filter((column) => saysPerson.test(column) && !traces.includes(column))).toEqual([]);
  });

  it("leaves nothing about a person in a row that an erasure does not reach", () => {
    const reached = new Set([
      ...personTraces.map(({ table }) => table),
      // By the copy of the check-in, and by the link that lasts until the survey closes.
      "kit_response",
      "survey_response",
    ]);
    expect(persons.filter((column) => !reached.has(tableOf(column)))).toEqual([]);
  });

  it("is looked for by name in every free text but those that see to themselves", () => {
    const ownWay = [
      // Made of other columns, and made again with them.
      "device.search_text",
      "application.search_text",
      // By redaction.
      "audit_event.changes",
      "audit_event.reason",
    ];
    const looked = namingColumns.map(({ table, column }) => `${table}.${column}`);
    // An answer to a check-in is about the person who typed it, and may name another.
    expect([...looked, ...ownWay].sort()).toEqual(
      [...typed, "kit_response.unlisted", "kit_response.note"].sort(),
    );
  });

  it("empties only what a person typed or an address of theirs in a chat", () => {
    const emptied = typedTexts.map(({ table, column }) => `${table}.${column}`);
    expect(emptied.filter((column) => ![...typed, ...persons].includes(column))).toEqual([]);
  });
});
