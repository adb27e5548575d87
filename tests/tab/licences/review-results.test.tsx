import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReviewLineAnswer } from "../../../src/contracts/licence-review-contract";
import { ReviewResults } from "../../../tab/licences/review-results";
import { checkIn } from "../check-ins/check-in-answers";
import { type FakeServer, ok, page, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const line: ReviewLineAnswer = {
  deliveryId: "dl-1",
  checkInId: "c-1",
  personId: "p-1",
  personName: "Siân Hughes",
  teamId: null,
  skuId: "sku-e3",
  productName: "Microsoft 365 E3",
  useBand: "never",
  lastUsedAt: null,
  assignedBy: ["g-1"],
  answer: "give-back",
  note: "I moved to planning",
  answeredAt: "2026-11-20T09:00:00.000Z",
  action: "take-from-group",
  releasedAt: null,
  releasedByName: null,
  stillHeld: true,
};
const counts = { keep: 3, training: 2, "give-back": 1, none: 4, released: 0 };
let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  const standing = { checkInId: "c-1", skuId: "sku-e3", productName: "Microsoft 365 E3", counts };
  server.answer("GET /api/check-ins/c-1/licence-review", ok(standing));
  server.answer("GET /api/licence-reviews", page([line]));
});

const open = (role: "Toolroll.ItManager" | "Toolroll.Auditor") =>
  renderPage(<ReviewResults checkIn={checkIn({ purpose: "licence-review", state: "closed" })} />, {
    me: somebody([role]),
  });

test("says what each person said, why they were asked and what is to be done", async () => {
  open("Toolroll.Auditor");
  const row = (await screen.findByRole("link", { name: "Siân Hughes" })).closest("tr")?.textContent;
  expect(row).toMatch(/Give it back/);
  expect(row).toMatch(/I moved to planning/);
  expect(row).toMatch(/Never used/);
  expect(row).toMatch(/out of the group/);
  expect(screen.queryByRole("button", { name: /has been taken away/ })).toBeNull();
});

test("IT notes that a licence was taken away", async () => {
  server.answer("PUT /api/licence-reviews/dl-1/released", ok({ releasedAt: "2026-11-21T09:00:00.000Z" }));
  open("Toolroll.ItManager");
  const button = await screen.findByRole("button", { name: /Siân Hughes has been taken away/ });
  await userEvent.click(button);
  await waitFor(() =>
    expect(server.askedFor("PUT /api/licence-reviews/dl-1/released").map(({ body }) => body)).toEqual([
      { released: true },
    ]),
  );
});
