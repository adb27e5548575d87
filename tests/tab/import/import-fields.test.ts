import { importKinds } from "../../../src/domain/import/import";
import { vocabulary } from "../../../src/domain/import/vocabulary";
import { columnLabelsOf, fieldWordsOf } from "../../../tab/import/import-fields";

describe.each(importKinds)("a file of %s", (kind) => {
  test("names every column that it can have in words, in the step that asks what columns mean", () => {
    const labels = columnLabelsOf(kind);
    const fields = Object.values(vocabulary[kind]).flatMap((words) => Object.keys(words.columns));
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((field) => !Object.hasOwn(labels, field))).toEqual([]);
  });

  test("tells its changes in words", () => {
    expect(Object.keys(fieldWordsOf(kind)).length).toBeGreaterThan(3);
  });
});
