import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MyLicences } from "../../../tab/kit/my-licences";
import { ConsentRefused } from "../../../tab/session/host";
import { type FakeServer, ok, problem, startFakeServer } from "../fake-server";
import { renderPage } from "../render-page";

const path = "GET /api/my/licences";
const now = "GET /api/my/licences/now";
const e3 = { skuId: "sku-e3", productName: "Microsoft 365 E3" };
const visio = { skuId: "sku-visio", productName: "Visio Plan 2" };
const told = ok({ items: [e3, visio], readAt: "2026-11-27T09:00:00.000Z" });

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer();
  server.answer(path, ok({ items: [], readAt: null, askable: true }));
});

const askButton = () => screen.findByRole("button", { name: "Ask Microsoft 365 now" });
const items = () => screen.getAllByRole("listitem").map(({ textContent }) => textContent);

test("shows what the sync read, with its age, and asks nobody by itself", async () => {
  server.answer(path, ok({ items: [e3], readAt: "2026-11-20T02:00:00.000Z", askable: true }));
  renderPage(<MyLicences />);
  expect(await screen.findByText(/last read them from Microsoft 365, 20 Nov 2026/)).toBeTruthy();
  expect(items()).toEqual(["Microsoft 365 E3"]);
  expect(server.askedFor(now)).toEqual([]);
});

test("says that nobody has read anything, and asks when I say so", async () => {
  server.answer(now, told);
  renderPage(<MyLicences />);
  expect(await screen.findByText(/has not read from Microsoft 365/)).toBeTruthy();
  expect(screen.queryByRole("list")).toBeNull();
  await userEvent.click(await askButton());
  expect(await screen.findByText(/As Microsoft 365 told you, 27 Nov 2026/)).toBeTruthy();
  expect(items()).toEqual(["Microsoft 365 E3", "Visio Plan 2"]);
});

test("says that no licence is in my name, where none is", async () => {
  server.answer(now, ok({ items: [], readAt: "2026-11-27T09:00:00.000Z" }));
  renderPage(<MyLicences />);
  await userEvent.click(await askButton());
  expect(await screen.findByText("No licence is in your name.")).toBeTruthy();
});

test("says where one cannot ask, and offers nothing", async () => {
  server.answer(path, ok({ items: [], readAt: null, askable: false }));
  renderPage(<MyLicences />);
  expect(await screen.findByText(/takes signing in through Teams/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

describe("without my agreement", () => {
  let agreed: boolean;
  let refusal: ConsentRefused | null;
  const agreeToLicences = async () => {
    if (refusal !== null) throw refusal;
    agreed = true;
  };

  beforeEach(async () => {
    [agreed, refusal] = [false, null];
    server.answer(now, () =>
      agreed ? told : problem(403, "Agree first.", { code: "microsoft-consent-missing" }),
    );
    renderPage(<MyLicences />, { actions: { agreeToLicences } });
    await userEvent.click(await askButton());
    await screen.findByRole("heading", { name: "Microsoft 365 wants your agreement once" });
  });

  test("it is asked for calmly, in place of an error, and takes the focus that the button had", () => {
    expect(screen.queryByRole("alert")).toBeNull();
    expect(document.activeElement?.textContent).toContain("Microsoft 365 wants your agreement once");
  });

  test("the list is there once I have given it", async () => {
    await userEvent.click(screen.getByRole("button", { name: "Read and agree" }));
    expect(await screen.findByText("Visio Plan 2")).toBeTruthy();
    expect(server.askedFor(now)).toHaveLength(2);
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });

  test("and where only an administrator may give it, I am sent to IT and can try again", async () => {
    refusal = new ConsentRefused("administrator");
    await userEvent.click(screen.getByRole("button", { name: "Read and agree" }));
    expect(await screen.findByText(/only an administrator can agree/)).toBeTruthy();
    refusal = null;
    await userEvent.click(screen.getByRole("button", { name: "Read and agree" }));
    expect(await screen.findByText("Visio Plan 2")).toBeTruthy();
  });
});

test("another proof is asked for through Teams, with what Microsoft said of it", async () => {
  const challenges: (string | null)[] = [];
  const challenge = '{"access_token":{}}';
  server.answer(now, () =>
    challenges.length > 1 ? told : problem(403, "Sign in.", { code: "microsoft-sign-in-needed", challenge }),
  );
  const signInAgain = async (asked: string | null) => {
    challenges.push(asked);
    if (challenges.length === 1) throw new Error("CancelledByUser");
  };
  renderPage(<MyLicences />, { actions: { signInAgain } });
  await userEvent.click(await askButton());
  await userEvent.click(await screen.findByRole("button", { name: "Sign in again" }));
  expect((await screen.findByRole("alert")).textContent).toContain("That did not work");
  await userEvent.click(screen.getByRole("button", { name: "Sign in again" }));
  expect(await screen.findByText("Visio Plan 2")).toBeTruthy();
  expect(challenges).toEqual([challenge, challenge]);
});

test("what went wrong is said once, without trying again by itself, and what was read stays", async () => {
  server.answer(path, ok({ items: [e3], readAt: "2026-11-20T02:00:00.000Z", askable: true }));
  server.answer(now, problem(503, "Try again in 41 seconds.", { code: "microsoft-unavailable" }));
  renderPage(<MyLicences />);
  await userEvent.click(await askButton());
  expect((await screen.findByRole("alert")).textContent).toContain("Try again in 41 seconds.");
  expect(items()).toEqual(["Microsoft 365 E3"]);
  expect(server.askedFor(now)).toHaveLength(1);
  server.answer(now, told);
  await userEvent.click(await askButton());
  expect(await screen.findByText("Visio Plan 2")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
  server.answer(now, problem(503, "Try again in 5 seconds.", { code: "microsoft-unavailable" }));
  await userEvent.click(await askButton());
  await screen.findByRole("alert");
  expect(items()).toEqual(["Microsoft 365 E3", "Visio Plan 2"]);
});
