import type { Browser, Page } from "playwright-core";
import { faultsOf, launchBrowser, openPage } from "../support/browser";
import { type Playground, startPlayground } from "../support/playground";
import { type Demonstration, openTab, owen, priya, startDemonstration } from "./demonstration";

let council: Demonstration;
let browser: Browser;
let page: Page;
let playground: Playground;

beforeAll(async () => {
  [council, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
  playground = await startPlayground(council.url);
  page = await openPage(browser);
});
afterAll(async () => {
  await browser.close();
  await playground.stop();
  await council.stop();
});

const file = {
  name: "devices.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    "Asset tag,Device type,Model,Team,Assignee email\n" +
      "STORY-0001,laptop,Latitude 5440,Housing Options,owen.griffiths@llanfair.example\n" +
      "STORY-0002,dock,WD19S,Housing Options,tom.baker@llanfair.example\n",
  ),
};

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

/** What the inventory's row of a device says. */
const rowOf = (assetTag: string) => page.getByRole("row", { name: assetTag });

async function importFile(): Promise<void> {
  await button("Import").click();
  await page.locator("input[type=file]").setInputFiles(file);
  await button("Import 2 rows").click();
  await page.getByText("The file was imported").waitFor();
  await page.getByRole("alertdialog").getByRole("button", { name: "Close" }).click();
}

async function launchCheckIn(team: string): Promise<void> {
  await page.getByRole("link", { name: "Check-ins" }).click();
  await button("New kit check-in").click();
  await page.getByRole("textbox", { name: "Title" }).fill("Is this what you have?");
  await page.getByRole("radio", { name: "Teams" }).check();
  await page.getByRole("searchbox", { name: "Find a team" }).fill(team);
  await button(`Add ${team}`).click();
  await button("Save draft").click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Launch" }).click();
}

/** Owen says of everything on the card that he has it. */
async function answerInThePlayground(): Promise<void> {
  const question = await playground.waitFor(({ card }) => JSON.stringify(card).includes("STORY-0001"));
  const said = JSON.stringify(question.card);
  const [, deliveryId] = /"deliveryId":"([^"]+)"/.exec(said) ?? [];
  const { devices } = await council.call<{ devices: { id: string }[] }>(owen, "GET", "/api/my/kit");
  const answers = Object.fromEntries(devices.map(({ id }) => [id, "have"]));
  const data = { deliveryId, ...answers };
  const card = await playground.invoke({ verb: "answer", data }, question.id);
  expect(JSON.stringify(card)).toContain("3 devices confirmed");
}

test("a file is imported, its people are asked, one answers in Teams, and the inventory says so", async () => {
  await playground.install();
  await openTab(page, council.url, "inventory?q=STORY", priya);
  await page.getByText("No device matches").waitFor();
  await importFile();
  await rowOf("STORY-0001").getByText("Not confirmed yet").waitFor();
  await launchCheckIn("Housing Options");
  await page.getByText("Sent, no answer yet").first().waitFor();
  await answerInThePlayground();
  const people = page.getByRole("table");
  await people
    .getByRole("row", { name: /^Owen Griffiths/ })
    .getByText("Answered", { exact: true })
    .waitFor();
  await page.getByRole("link", { name: "Inventory" }).click();
  await page.getByRole("searchbox", { name: "Search" }).fill("STORY");
  await rowOf("STORY-0001").getByText("Confirmed today").waitFor();
  await rowOf("STORY-0002").getByText("Not confirmed yet").waitFor();
  expect(faultsOf(page)).toEqual([]);
});
