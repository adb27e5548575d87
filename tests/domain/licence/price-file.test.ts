import type { Price } from "../../../src/domain/licence/price";
import { judgePrices } from "../../../src/domain/licence/price-file";
import { refusalOf, refused } from "../../support/refusal-of";

const skus = [
  { skuId: "id-e3", skuPartNumber: "SPE_E3", productName: "Microsoft 365 E3" },
  { skuId: "id-visio", skuPartNumber: "VISIOCLIENT", productName: "Visio Plan 2" },
  { skuId: "id-phone-a", skuPartNumber: "MCOPSTN5", productName: "Calling" },
  { skuId: "id-phone-b", skuPartNumber: "MCOPSTN5", productName: "Calling" },
];
const book: Price[] = [
  { skuId: "id-e3", price: { amount: "31", currency: "GBP" }, per: "month", from: "2026-04-01", until: null },
];
const header = ["SKU id", "Part number", "Amount", "Per", "From", "Until"];
const judge = (...rows: readonly (readonly string[])[]) =>
  judgePrices(
    header,
    rows.map((cells, at) => ({ line: at + 2, cells })),
    skus,
    book,
  );
const problems = (...rows: readonly (readonly string[])[]) =>
  judge(...rows).problems.map(({ line, column, code }) => [line, column, code]);

test("lines add, correct or repeat what the book says, by id or by part number", () => {
  const { lines, problems: none } = judge(
    ["id-e3", "", "31.00", "month", "2026-04-01", ""],
    ["id-e3", "", "£33.10", "Monthly", "1 May 2027", "31/03/2028"],
    ["", "visioclient", "120", "year", "2026-04-01", ""],
    ["id-e3", "SPE_E3", "30", "month", "2026-04-02", ""],
  );
  expect(none).toEqual([]);
  expect(lines.map(({ verdict }) => verdict)).toEqual(["unchanged", "create", "create", "create"]);
  expect(lines[1]?.price).toEqual({
    skuId: "id-e3",
    price: { amount: "33.10", currency: "GBP" },
    per: "month",
    from: "2027-05-01",
    until: "2028-03-31",
  });
  expect(judge(["id-e3", "", "32", "month", "2026-04-01", ""]).lines[0]?.verdict).toBe("update");
});

test.each([
  [["id-none", "", "1", "month", "2026-04-01", ""], [[2, "SKU id", "licence-unknown"]]],
  [["", "MCOPSTN5", "1", "month", "2026-04-01", ""], [[2, "Part number", "licence-ambiguous"]]],
  [["", "", "1", "month", "2026-04-01", ""], [[2, "SKU id", "value-missing"]]],
  [["id-e3", "", "", "month", "2026-04-01", ""], [[2, "Amount", "value-missing"]]],
  [["id-e3", "", "-1", "month", "2026-04-01", ""], [[2, "Amount", "money-unreadable"]]],
  [["id-e3", "", "1", "week", "2026-04-01", ""], [[2, "Per", "choice-unknown"]]],
  [["id-e3", "", "1", "month", "2026-02-30", ""], [[2, "From", "date-not-real"]]],
  [["id-e3", "", "1", "month", "2026-04-01", "2026-03-31"], [[2, "Until", "ends-before-start"]]],
  [
    ["id-e3", "", "1"],
    [
      [2, "Per", "row-short"],
      [2, "Per", "value-missing"],
      [2, "From", "value-missing"],
    ],
  ],
])("a line %j is told what is wrong, in which column", (row, expected) => {
  expect(problems(row)).toEqual(expected);
  expect(judge(row).lines[0]?.verdict).toBe("error");
});

test("two lines about one licence and one day are told of each other", () => {
  const row = ["id-e3", "", "33", "month", "2027-04-01", ""];
  expect(problems(row, row)).toEqual([[3, "From", "same-record"]]);
});

test.each([
  [["SKU id", "Per", "From"], "Amount"],
  [["SKU id", "Amount", "From"], "Per"],
  [["Part number", "Amount", "Per"], "From"],
  [["Amount", "Per", "From"], "SKU id"],
])("a file with the headers %j lacks %s", (headers, column) => {
  expect(refusalOf(() => judgePrices(headers, [], skus, book))).toEqual(
    refused("invalid", "import-column-missing", { line: 1, column }),
  );
});
