import { judgeChange } from "../../src/domain/bulk-change";
import { shippedTable } from "../../src/domain/device-label";
import { aDevice, aPerson } from "../support/builders";

const here = aPerson({ id: "p-1", teamId: "team-1" });

describe("a change to one device of many", () => {
  test("says what would be other than before, from what to what", () => {
    const judged = judgeChange(aDevice(), { label: "Out for repair" }, null, shippedTable);
    expect(judged).toMatchObject({
      verdict: "change",
      changes: [
        { field: "status", from: "deployable", to: "pending" },
        { field: "label", from: "Ready to deploy", to: "Out for repair" },
      ],
    });
  });

  test("says so when nothing would be other than before", () => {
    expect(judgeChange(aDevice(), { status: "deployable", notes: null }, null, shippedTable)).toEqual({
      verdict: "unchanged",
    });
    const held = aDevice({ assigneeId: "p-1", teamId: "team-1" });
    expect(judgeChange(held, { assigneeId: "p-1" }, here, shippedTable)).toEqual({ verdict: "unchanged" });
  });

  test("is refused for the device that may not have it, with the reason", () => {
    const judged = judgeChange(aDevice({ status: "archived" }), { assigneeId: "p-1" }, here, shippedTable);
    expect(judged).toMatchObject({ verdict: "refused", refusal: { code: "device-archived" } });
  });

  test("takes a device to the team of whom it is given to, and asks them", () => {
    const judged = judgeChange(aDevice(), { assigneeId: "p-1" }, here, shippedTable);
    expect(judged).toMatchObject({ after: { assigneeId: "p-1", teamId: "team-1", acceptance: "pending" } });
  });
});
