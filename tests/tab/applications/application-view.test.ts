import {
  hasFilters,
  readView,
  sortedBy,
  toQuery,
  writeView,
} from "../../../tab/applications/application-view";

const read = (query: string) => readView(new URLSearchParams(query));

test("the plain page has a plain address, and what belongs to others stays in it", () => {
  expect(writeView(read(""), new URLSearchParams("as=p-1&application=a-1&kind=x")).toString()).toBe(
    "as=p-1&application=a-1",
  );
});

test("an address is read back as it was written", () => {
  const query =
    "q=rent&team=t-1&kind=line-of-business&lifecycle=pilot&disposition=migrate&owner=p-1&supplier=s-1&ends=2027-01-01&sort=-noticeDate";
  const view = read(query);
  expect(writeView(view, new URLSearchParams()).toString()).toBe(query);
  expect(toQuery(view, "next")).toEqual({
    limit: 100,
    sort: "-noticeDate",
    cursor: "next",
    q: "rent",
    team: "t-1",
    below: "true",
    kind: "line-of-business",
    lifecycle: "pilot",
    disposition: "migrate",
    owner: "p-1",
    supplier: "s-1",
    contractEndsBefore: "2027-01-01",
  });
});

test("values that the product does not know are dropped", () => {
  const view = read("kind=game&lifecycle=old&disposition=burn&ends=soon&sort=-colour");
  expect(view).toEqual(read(""));
  expect(hasFilters(view)).toBe(false);
});

test("a second choice of a column turns the order round", () => {
  expect(sortedBy(read(""), "name")).toEqual({ sort: "name", descending: true });
  expect(sortedBy(read("sort=-name"), "name")).toEqual({ sort: "name", descending: false });
  expect(sortedBy(read("sort=-name"), "noticeDate")).toEqual({ sort: "noticeDate", descending: false });
});
