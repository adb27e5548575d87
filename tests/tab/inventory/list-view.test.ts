import { listDevices } from "../../../src/contracts/device-contract";
import {
  countFilters,
  hasFilters,
  type ListView,
  readView,
  sortedBy,
  toQuery,
  writeView,
} from "../../../tab/inventory/list-view";

const plain: ListView = {
  team: null,
  status: null,
  label: null,
  type: null,
  acceptance: null,
  disposal: null,
  archived: null,
  osSupport: null,
  replacement: null,
  search: "",
  sort: "assetTag",
  descending: false,
  device: null,
};
const read = (search: string) => readView(new URLSearchParams(search));
const written = (view: ListView, before = "") => writeView(view, new URLSearchParams(before)).toString();

test.each<[string, Partial<ListView>]>([
  ["", {}],
  [
    "team=t-1&status=pending&type=laptop&q=dell",
    { team: "t-1", status: "pending", type: "laptop", search: "dell" },
  ],
  ["status=pending&label=Out+for+repair", { status: "pending", label: "Out for repair" }],
  ["acceptance=declined", { acceptance: "declined" }],
  ["disposal=sold", { disposal: "sold" }],
  [
    "archived=false&osSupport=ended&replacement=due",
    { archived: "false", osSupport: "ended", replacement: "due" },
  ],
  ["sort=-warrantyEnd", { sort: "warrantyEnd", descending: true }],
  ["sort=model&device=d-1", { sort: "model", device: "d-1" }],
  ["sort=-assetTag", { descending: true }],
])("the address %p is read and written back the same", (search, expected) => {
  expect(read(search)).toEqual({ ...plain, ...expected });
  expect(written(read(search))).toBe(search);
});

test.each([
  "status=broken",
  "type=spoon",
  "archived=true",
  "osSupport=yes",
  "replacement=now",
  "sort=price",
  "sort=-price",
  "sort=-",
  "team=",
  "device=",
])("what the product does not know is dropped: %p", (search) => {
  expect(read(search)).toEqual(plain);
});

test("a search longer than the server takes is cut", () => {
  expect(read(`q=${"x".repeat(300)}`).search).toHaveLength(200);
});

test("what others keep in the address stays", () => {
  expect(written({ ...plain, status: "archived" }, "as=p-1&lang=cy&team=old")).toBe(
    "as=p-1&lang=cy&status=archived",
  );
});

test("asks the server for a page that its contract takes, with the teams below", () => {
  const query = toQuery({ ...plain, team: "t-1", search: "  dell ", sort: "model", descending: true }, "c-2");
  expect(query).toEqual({ limit: 200, sort: "-model", cursor: "c-2", q: "dell", team: "t-1", below: "true" });
  expect(listDevices.query.parse(query)).toMatchObject({ below: true, limit: 200 });
  expect(listDevices.query.parse(toQuery(plain, null))).toEqual({ limit: 200, sort: "assetTag" });
});

test("the open device is no filter", () => {
  expect(hasFilters({ ...plain, device: "d-1", sort: "model" })).toBe(false);
  expect(hasFilters({ ...plain, search: " " })).toBe(false);
  expect(hasFilters({ ...plain, search: "x" })).toBe(true);
  expect(countFilters({ ...plain, team: "t", type: "dock", search: "x" })).toBe(2);
});

test("choosing the sorted column again turns the order, another column starts upwards", () => {
  expect(sortedBy(plain, "assetTag")).toEqual({ sort: "assetTag", descending: true });
  expect(sortedBy({ ...plain, descending: true }, "assetTag")).toEqual({
    sort: "assetTag",
    descending: false,
  });
  expect(sortedBy({ ...plain, descending: true }, "model")).toEqual({ sort: "model", descending: false });
});
