import { canRemove, refuseRemoval } from "../../../src/domain/application/removal";
import { refusalOf, refused } from "../../support/refusal-of";

describe("removing an application", () => {
  it("is possible while nothing but its use by teams hangs on it", () => {
    expect(canRemove({ contracts: 0, integrations: 0 })).toBe(true);
    expect(refusalOf(() => refuseRemoval({ contracts: 0, integrations: 0 }))).toBeNull();
  });

  it("is refused while it has contracts, and then while it has integrations, with how many", () => {
    expect(canRemove({ contracts: 2, integrations: 1 })).toBe(false);
    expect(refusalOf(() => refuseRemoval({ contracts: 2, integrations: 1 }))).toEqual(
      refused("conflict", "application-has-contracts", { count: 2 }),
    );
    expect(canRemove({ contracts: 0, integrations: 3 })).toBe(false);
    expect(refusalOf(() => refuseRemoval({ contracts: 0, integrations: 3 }))).toEqual(
      refused("conflict", "application-has-integrations", { count: 3 }),
    );
  });
});
