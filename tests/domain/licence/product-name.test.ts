import { readProductNames } from "../../../src/domain/licence/product-name";
import { refusalOf } from "../../support/refusal-of";

test("columns may stand in any order and others may stand among them", () => {
  const names = readProductNames(
    ["skuId", "other", "servicePlans", "skuPartNumber", "productName"],
    [["ABC", "x", "A: B_:P1;;C:P2", "PART", "Product"]],
  );
  expect(names.get("abc")).toEqual({
    skuId: "abc",
    skuPartNumber: "PART",
    productName: "Product",
    plans: [
      { name: "A: B_", id: "p1" },
      { name: "C", id: "p2" },
    ],
  });
});

test("a list without ids is refused by the name of the column", () => {
  const read = () => readProductNames(["productName", "skuPartNumber", "servicePlans"], []);
  expect(refusalOf(read)).toMatchObject({
    kind: "invalid",
    code: "import-column-missing",
    params: { line: 1, column: "skuId" },
  });
});
