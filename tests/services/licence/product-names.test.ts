import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ProductNames, productName } from "../../../src/domain/licence/product-name";
import { loadProductNames, shippedProductNames } from "../../../src/services/licence/product-names";

let names: ProductNames;
beforeAll(async () => {
  names = await shippedProductNames(join(__dirname, "../../../data/sku-names.json"));
});

const named = (part: string) => [...names.values()].filter(({ skuPartNumber }) => skuPartNumber === part);

test("the shipped list has 619 products and 5,959 plans within them", () => {
  expect(names.size).toBe(619);
  expect([...names.values()].reduce((sum, product) => sum + product.plans.length, 0)).toBe(5959);
});

test("a product is known by its id, because a part number can have two and names are shared", () => {
  expect(named("MCOPSTN5")).toHaveLength(2);
  expect(new Set([...names.values()].map((product) => product.productName)).size).toBe(604);
});

test.each([
  ["SPE_F1", "Microsoft 365 F3"],
  ["M365_F1", "Microsoft 365 F1"],
])("%s is %s", (part, name) => {
  expect(named(part).map((product) => product.productName)).toEqual([name]);
});

test("an id is found in whatever case it comes, and an unknown one shows its part number", () => {
  const [f1] = named("M365_F1");
  expect(productName(names, (f1?.skuId ?? "").toUpperCase(), "M365_F1")).toBe("Microsoft 365 F1");
  expect(productName(names, "00000000-0000-0000-0000-000000000001", "NEW_THING")).toBe("NEW_THING");
});

test("the plans of a suite have their ids", () => {
  const [f1] = named("M365_F1");
  expect(f1?.plans).toContainEqual({ name: "TEAMS1", id: "57ff2da0-773e-42df-b2af-ffb7a2317929" });
  for (const product of names.values()) {
    for (const plan of product.plans) expect(plan.id).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test("a list of the council's own is CSV, in any order of its columns", async () => {
  const folder = mkdtempSync(join(tmpdir(), "toolroll-names-"));
  const file = join(folder, "own.csv");
  writeFileSync(file, 'skuId,servicePlans,skuPartNumber,productName\nAB-1,PLAN:CD-2,OWN,"Own, and only"\n');
  const own = await loadProductNames(file).finally(() => rmSync(folder, { recursive: true }));
  expect(productName(own, "ab-1", "OWN")).toBe("Own, and only");
  expect(own.get("ab-1")?.plans).toEqual([{ name: "PLAN", id: "cd-2" }]);
});
