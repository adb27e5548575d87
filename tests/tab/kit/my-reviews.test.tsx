import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MyReviews } from "../../../tab/kit/my-reviews";
import { type FakeServer, ok, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const question = {
  deliveryId: "dl-1",
  purpose: "licence-review",
  title: "Still needed?",
  closesAt: "2030-01-01T17:00:00.000Z",
  answeredAt: null,
  devices: [],
  licence: { productName: "Visio Plan 2", useBand: "never", lastUsedAt: null, answer: null, note: null },
};
let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
});

test("asks about a licence, says who sees the answer, and keeps the receipt", async () => {
  server.answer("GET /api/my/check-ins", ok({ items: [question] }));
  const taken = { answeredAt: "2026-11-20T09:00:00.000Z", confirmed: 0, problems: 0 };
  server.answer("POST /api/my/check-ins/dl-1/answer", ok(taken));
  renderPage(<MyReviews />, { me: somebody([]) });
  expect(await screen.findByRole("heading", { name: "Visio Plan 2" })).toBeTruthy();
  expect(screen.getByText(/IT sees your name and your answer/)).toBeTruthy();
  await userEvent.type(screen.getByRole("textbox"), "No training yet");
  server.answer("GET /api/my/check-ins", ok({ items: [] }));
  await userEvent.click(screen.getByRole("button", { name: "I need training" }));
  await waitFor(() => expect(screen.getByRole("status").textContent).toMatch(/you would like training/));
  expect(server.askedFor("POST /api/my/check-ins/dl-1/answer").map(({ body }) => body)).toEqual([
    { answer: "training", note: "No training yet" },
  ]);
  await userEvent.click(screen.getByRole("button", { name: "Change my answer" }));
  expect(screen.getByRole("button", { name: "You can have it back" })).toBeTruthy();
});

test("shows nothing while nobody asks about a licence", async () => {
  const kit = { ...question, purpose: "kit", licence: null };
  server.answer("GET /api/my/check-ins", ok({ items: [kit] }));
  renderPage(<MyReviews />, { me: somebody([]) });
  await waitFor(() => expect(server.askedFor("GET /api/my/check-ins")).toHaveLength(1));
  expect(screen.queryByRole("heading")).toBeNull();
});
