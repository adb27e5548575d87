import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { changeOf, emptyDraft } from "../../../tab/inventory/bulk/bulk-draft";
import { InventoryPage } from "../../../tab/inventory/inventory-page";
import { type FakeServer, ok, page, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { aDeviceAnswer } from "./device-answers";
import { layOut } from "./laid-out";

const devices = ["LT-1", "LT-2", "LT-3"].map((assetTag, at) =>
  aDeviceAnswer({ id: `d-${at + 1}`, assetTag }),
);
const it = somebody(["Toolroll.ItManager"]);
const preview = (verdicts: readonly string[]) => ({
  items: verdicts.map((verdict, at) => ({
    id: `d-${at + 1}`,
    assetTag: `LT-${at + 1}`,
    verdict,
    changes: verdict === "change" ? [{ field: "label", from: "In use", to: "Lost" }] : [],
    problem: verdict === "refused" ? "LT-2 is archived." : null,
  })),
  counts: Object.fromEntries(
    ["change", "unchanged", "refused"].map((each) => [each, verdicts.filter((one) => one === each).length]),
  ),
  names: {},
});

let server: FakeServer;
beforeEach(() => {
  layOut(() => 1280);
  server = startFakeServer();
  server.answer("GET /api/devices", page(devices));
  server.answer("GET /api/teams", page([]));
  server.answer("GET /api/devices/summary", ok({ groups: [], total: 0 }));
});

const boxes = () => screen.findByRole("checkbox", { name: "Select LT-1" });

async function choose(...tags: readonly string[]) {
  renderPage(<InventoryPage />, { at: "/inventory", me: it });
  await boxes();
  for (const tag of tags) await userEvent.click(screen.getByRole("checkbox", { name: `Select ${tag}` }));
}

test("devices are chosen by their boxes or by Space on their rows, and choosing opens none", async () => {
  await choose("LT-1");
  const row = screen.getByRole("row", { name: /LT-2/ });
  act(() => row.focus());
  await userEvent.keyboard(" ");
  expect(screen.getByText("2 selected").getAttribute("role")).toBe("status");
  expect(row.getAttribute("aria-selected")).toBe("true");
  expect(screen.queryByRole("dialog")).toBeNull();
  await userEvent.keyboard(" ");
  expect(screen.getByText("1 selected")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Clear selection" }));
  expect(screen.queryByText("1 selected")).toBeNull();
});

test("all that the filter leaves are chosen, loaded or not", async () => {
  server.answer("GET /api/devices", ({ query }) =>
    query.get("cursor") === null
      ? ok({ items: devices.slice(0, 2), total: 3, totalCapped: false, nextCursor: "next" })
      : ok({ items: devices.slice(2), total: 3, totalCapped: false, nextCursor: null }),
  );
  await choose("LT-1");
  await userEvent.click(screen.getByRole("button", { name: "Select all 3" }));
  expect(await screen.findByText("3 selected")).toBeTruthy();
});

test("a change is shown before it is made, stops at what is refused, and goes on without it", async () => {
  server.answer("POST /api/devices/bulk/preview", ok(preview(["change", "refused", "unchanged"])));
  server.answer("POST /api/devices/bulk", ok({ changed: 1 }));
  await choose("LT-1", "LT-2", "LT-3");
  await userEvent.click(screen.getByRole("button", { name: "Change" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Change 3 devices" }));
  await userEvent.click(await dialog.findByRole("button", { name: "Show what would change" }));
  expect(dialog.getByRole("alert").textContent).toBe("Nothing is filled in yet.");
  await userEvent.selectOptions(dialog.getByRole("combobox", { name: "Label" }), "Lost");
  await userEvent.type(dialog.getByRole("textbox", { name: "Reason" }), "Flood");
  await userEvent.click(dialog.getByRole("button", { name: "Show what would change" }));
  expect(await dialog.findByText("LT-2 is archived.")).toBeTruthy();
  expect(dialog.getByText("Label: from In use to Lost")).toBeTruthy();
  const apply = dialog.getByRole("button", { name: "Change 1 device" });
  await userEvent.click(apply);
  expect(server.askedFor("POST /api/devices/bulk")).toEqual([]);
  await userEvent.click(dialog.getByRole("checkbox", { name: "Leave out the 1 device that cannot have it" }));
  await userEvent.click(apply);
  expect(await screen.findByText("1 device changed.")).toBeTruthy();
  expect(server.askedFor("POST /api/devices/bulk")[0]?.body).toEqual({
    ids: ["d-1"],
    change: { label: "Lost", reason: "Flood" },
  });
  await waitFor(() => expect(screen.queryByText("3 selected")).toBeNull());
});

test("who may only read is offered no boxes", async () => {
  renderPage(<InventoryPage />, { at: "/inventory", me: somebody([], ["t-1"]) });
  expect(await screen.findByRole("row", { name: /LT-1/ })).toBeTruthy();
  expect(screen.queryByRole("checkbox")).toBeNull();
});

test("what is left alone is not asked for", () => {
  expect(changeOf(emptyDraft)).toBeNull();
  expect(changeOf({ ...emptyDraft, reason: "only a reason" })).toBeNull();
  expect(changeOf({ ...emptyDraft, team: "none", takeBack: true })).toEqual({
    teamId: null,
    assigneeId: null,
  });
});
