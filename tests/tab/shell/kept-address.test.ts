import { keptSearch, withKept } from "../../../tab/shell/kept-address";

test("a link to another page keeps who and which language, and drops the page's own filters", () => {
  expect(keptSearch("?team=t-1&as=p-1&lang=cy&q=dell")).toBe("?as=p-1&lang=cy");
  expect(keptSearch("?team=t-1")).toBe("");
});

test("puts back what a page's filters dropped, and leaves the filters alone", () => {
  expect(withKept("?team=t-1", { as: "p-1", lang: null })).toBe("?team=t-1&as=p-1");
  expect(withKept("?as=p-2", { as: "p-1", lang: null })).toBe("?as=p-1");
});

test("says nothing when nothing is missing, so that no navigation follows", () => {
  expect(withKept("?as=p-1&lang=cy", { as: "p-1", lang: "cy" })).toBeNull();
  expect(withKept("?q=x", { as: null, lang: null })).toBeNull();
});
