import { findHost } from "../../../tab/session/find-host";
import { within } from "../../../tab/session/host";

jest.mock("../../../tab/session/teams-host", () => ({
  connectTeams: () => (mockSilent ? new Promise(() => undefined) : Promise.resolve({ locale: "cy-GB" })),
}));
let mockSilent = false;

function frameThePage(framed: boolean) {
  Object.defineProperty(window, "parent", { configurable: true, value: framed ? {} : window });
}

afterEach(() => frameThePage(false));

test("a page that nobody frames has no host and does not ask for one", async () => {
  frameThePage(false);
  expect(await findHost()).toBeNull();
});

test("a framed page takes the host that answers", async () => {
  frameThePage(true);
  expect(await findHost()).toMatchObject({ locale: "cy-GB" });
});

test("a frame that stays silent counts as no host", async () => {
  mockSilent = true;
  frameThePage(true);
  jest.useFakeTimers();
  const found = findHost();
  await jest.advanceTimersByTimeAsync(5_000);
  jest.useRealTimers();
  expect(await found).toBeNull();
});

test("what takes too long is given up, what fails fails as it did", async () => {
  await expect(within(5, new Promise(() => undefined))).rejects.toThrow("no answer in time");
  await expect(within(50, Promise.reject(new Error("refused")))).rejects.toThrow("refused");
  await expect(within(50, Promise.resolve(7))).resolves.toBe(7);
});
