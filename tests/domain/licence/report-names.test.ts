import { areNamesConcealed, isConcealedName, reportKey } from "../../../src/domain/licence/report-names";

const hash = "0123456789ABCDEF0123456789abcdef";

test("a hash in place of an address is a concealed name", () => {
  expect(isConcealedName(hash)).toBe(true);
  expect(isConcealedName("ann@council.example")).toBe(false);
  expect(isConcealedName(hash.slice(1))).toBe(false);
});

test("the tenant's setting decides, and the names where it could not be read", () => {
  expect(areNamesConcealed(true, [])).toBe(true);
  expect(areNamesConcealed(false, [hash])).toBe(false);
  expect(areNamesConcealed(null, ["ann@council.example", hash])).toBe(true);
  expect(areNamesConcealed(null, ["ann@council.example"])).toBe(false);
  expect(areNamesConcealed(null, [])).toBe(false);
});

test("names of reports join without regard to case", () => {
  expect(reportKey("\uFEFFAnn@Council.Example ")).toBe("ann@council.example");
});
