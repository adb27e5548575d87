import fc from "fast-check";
import { dispositionOf, fits } from "../../../src/domain/application/disposition";
import { portfolioOf, sizeOf } from "../../../tab/applications/portfolio/portfolio";

const fit = fc.option(fc.constantFrom(...fits), { nil: null });

test("every application is in its one cell, or among those without scores", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ functionalFit: fit, technicalFit: fit })), (applications) => {
      const { cells, unscored } = portfolioOf(applications);
      const placed = cells.flatMap((cell) => cell.applications);
      expect(placed.length + unscored.length).toBe(applications.length);
      for (const { functional, technical, disposition, applications: inside } of cells) {
        expect(disposition).toBe(dispositionOf(functional, technical));
        for (const each of inside)
          expect(each).toEqual({ functionalFit: functional, technicalFit: technical });
      }
    }),
  );
});

test("more applications make a larger shape, which never leaves its cell", () => {
  expect(sizeOf(4, 100)).toBeGreaterThan(sizeOf(1, 100));
  expect(sizeOf(100, 100)).toBeLessThanOrEqual(48);
});
