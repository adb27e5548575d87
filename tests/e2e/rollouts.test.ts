import type { Browser, Page } from "playwright-core";
import { answerRolloutStep } from "../../src/services/rollout/rollout-step";
import { scrollsSideways, violationsOf } from "../support/axe";
import { faultsOf, launchBrowser, openPage } from "../support/browser";
import { amina, type Demonstration, openTab, owen, priya, startDemonstration } from "./demonstration";

let council: Demonstration;
let browser: Browser;
let page: Page;

interface Items<T> {
  readonly items: readonly T[];
}
interface Participant {
  readonly personId: string;
  readonly personName: string;
}

beforeAll(async () => {
  [council, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
});
beforeEach(async () => {
  page = await openPage(browser);
});
afterEach(async () => {
  expect(faultsOf(page)).toEqual([]);
  await page.close();
});
afterAll(async () => {
  await browser.close();
  await council.stop();
});

/** What axe finds wrong in each theme, and whether it fits a phone. */
async function look() {
  const light = await violationsOf(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await violationsOf(page);
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
  const contrast = await violationsOf(page);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  await page.setViewportSize({ width: 375, height: 740 });
  const sideways = await scrollsSideways(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  return { light, dark, contrast, sideways };
}
const clean = { light: [], dark: [], contrast: [], sideways: false };

const said = (has: boolean, works: boolean | null, stops: string | null) => ({ has, works, stops });

test("a rollout of two waves: red gate, training, blocker solved, go, people confirm, and progress shows it", async () => {
  const teams = await council.call<Items<{ id: string; name: string }>>(priya, "GET", "/api/teams?limit=200");
  const team = teams.items.find(({ name }) => name === "Housing Options");
  const { items: systems } = await council.call<Items<{ id: string; name: string }>>(
    priya,
    "GET",
    "/api/applications?limit=1",
  );
  await openTab(page, council.url, "rollouts", priya);
  await page.getByRole("list", { name: "Rollouts, newest first" }).waitFor();
  expect(await look()).toEqual(clean);
  await page.getByRole("button", { name: "New rollout" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Winter forms");
  const picker = dialog.getByRole("combobox", { name: "An application" });
  await picker.click();
  await picker.pressSequentially(systems[0]?.name ?? "");
  await page.getByRole("option", { name: systems[0]?.name ?? "", exact: true }).click();
  await dialog.getByRole("button", { name: "Plan it" }).click();
  await page.getByRole("heading", { name: "Winter forms", level: 1 }).waitFor();

  const all = await council.call<Items<{ id: string; name: string }>>(priya, "GET", "/api/rollouts");
  const rollout = all.items.find(({ name }) => name === "Winter forms");
  const path = `/api/rollouts/${rollout?.id}`;
  await page.getByRole("button", { name: "Add a wave" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Housing first");
  await dialog.getByRole("searchbox").fill(team?.name ?? "");
  await dialog.getByRole("button", { name: `Add ${team?.name}`, exact: true }).click();
  for (const measure of ["People with a device that is ready", "Teams with a champion"]) {
    await dialog.getByRole("spinbutton", { name: measure }).fill("");
  }
  await dialog.getByRole("combobox", { name: "Accessibility of the application" }).selectOption("");
  await dialog.getByRole("button", { name: "Plan it" }).click();
  await page.getByRole("link", { name: "Housing first" }).waitFor();
  await council.call(priya, "POST", `${path}/waves`, {
    ...{ name: "Everybody", ring: "broad", plannedStart: "2027-06-01", plannedEnd: "2027-06-30" },
    audience: { everyone: true },
  });
  await page.getByRole("button", { name: "Add a session" }).click();
  await dialog.getByRole("textbox", { name: "Title" }).fill("An hour with forms");
  await dialog.getByLabel("Starts").fill("2026-01-15T10:00");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("table", { name: "Training" }).getByText("An hour with forms").waitFor();
  await page.getByRole("button", { name: "Raise a blocker" }).click();
  await dialog.getByRole("textbox", { name: "What stops people" }).fill("No single sign-on");
  await dialog.getByRole("button", { name: "Raise a blocker" }).click();
  await page.getByText("No single sign-on").first().waitFor();
  expect(await look()).toEqual(clean);

  await page.getByRole("link", { name: "Housing first" }).click();
  const gates = page.getByRole("table", { name: "Gates" });
  await gates.getByText("Does not pass").first().waitFor();
  expect(await gates.getByText("Does not pass").count()).toBe(2);
  expect(await look()).toEqual(clean);
  await page.getByRole("checkbox", { name: "Choose all that are shown" }).click();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await dialog
    .getByRole("combobox", { name: "What changes" })
    .selectOption({ label: "Was at: An hour with forms" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await gates.getByText("Passes").waitFor();

  await page.getByRole("link", { name: "Winter forms" }).click();
  await page.getByRole("button", { name: "Solved: No single sign-on" }).click();
  await dialog.getByRole("button", { name: "Solved" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Housing first" }).click();
  await page.getByRole("button", { name: "Go or no-go" }).click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Everybody is trained");
  await dialog.getByRole("button", { name: "Decide" }).click();
  await page.getByRole("button", { name: "Roll back" }).waitFor();
  await page.getByText("Everybody is trained").first().waitFor();

  const { waves } = await council.call<{ waves: { id: string; plannedStart: string }[] }>(priya, "GET", path);
  const people = await council.call<Items<Participant>>(
    priya,
    "GET",
    `/api/waves/${waves[0]?.id}/participants`,
  );
  for (const [at, { personId }] of people.items.entries()) {
    const deliveryId = await deliveryOf(waves[0]?.id ?? "", personId);
    const answer = at === 0 ? said(false, null, "It asks for a code") : said(true, true, null);
    await answerRolloutStep(council.context, { deliveryId, personId, answer, door: "bot" });
  }
  await page.reload();
  const done = `${people.items.length - 1} of ${people.items.length} confirmed`;
  await page.getByText(done).first().waitFor();
  await page.getByText("It asks for a code").first().waitFor();
  await page.goBack();
  await openTab(page, council.url, `rollouts/${rollout?.id}/story`, priya);
  await page.getByRole("heading", { name: "Story: Winter forms" }).waitFor();
  await page.getByText("It asks for a code").first().waitFor();
  expect(await look()).toEqual(clean);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
});

/** The question of a wave to one person; nobody is asked before its planned start, so it is looked up by the check-in. */
async function deliveryOf(waveId: string, personId: string): Promise<string> {
  const { checkInId } = await council.call<{ checkInId: string }>(priya, "GET", `/api/waves/${waveId}`);
  const { items } = await council.call<Items<{ id: string; personId: string }>>(
    priya,
    "GET",
    `/api/check-ins/${checkInId}/deliveries?limit=200`,
  );
  return items.find((delivery) => delivery.personId === personId)?.id ?? "";
}

test("a go against a gate waits for a second person, and a manager sees numbers without anything to change", async () => {
  const all = await council.call<
    Items<{ id: string; name: string; waves: { id: string; name: string; state: string }[] }>
  >(priya, "GET", "/api/rollouts");
  const wave = all.items
    .flatMap(({ waves }) => waves)
    .find(({ name, state }) => name === "Housing Options" && state === "planned");
  const path = `/api/waves/${wave?.id}/decision`;
  const go = { decision: "go", reason: "The contract ends" };
  expect(await council.call(priya, "POST", path, go)).toMatchObject({ awaitsSecond: true, launched: false });
  await openTab(page, council.url, `waves/${wave?.id}`, amina);
  await page.getByText("waits for a second person").waitFor();
  await page.getByRole("button", { name: "Go or no-go" }).click();
  await page.getByRole("alertdialog").getByRole("textbox", { name: "Reason" }).fill("It does");
  await page.getByRole("alertdialog").getByRole("button", { name: "Decide" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Resume" }).waitFor();
  const seen = await council.call<Items<{ id: string }>>(owen, "GET", "/api/rollouts");
  if (seen.items[0] === undefined) throw new Error("Owen manages nobody of a rollout");
  await openTab(page, council.url, `rollouts/${seen.items[0].id}`, owen);
  await page.getByRole("heading", { name: "Waves" }).waitFor();
  expect(await page.getByRole("button", { name: "Add a wave" }).count()).toBe(0);
});
