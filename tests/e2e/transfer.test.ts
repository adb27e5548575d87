import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { faultsOf, launchBrowser, openPage } from "../support/browser";
import { type Demonstration, openTab, priya, startDemonstration } from "./demonstration";

let council: Demonstration;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [council, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
  page = await openPage(browser);
});
afterAll(async () => {
  await browser.close();
  await council.stop();
});

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const dialog = () => page.getByRole("alertdialog");
const csv = (purpose: string) => ({
  name: "systems.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    "System,Kind of application,Supplier,Purpose\n" +
      `Storydesk,line-of-business,Bryn Systems,${purpose}\nStorybook,productivity-tool,,"Notes, of all kinds"\n`,
  ),
});

/** Opens the import of the page and gives it the file. */
async function offer(file: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]): Promise<void> {
  await button("Import").first().click();
  await page.locator("input[type=file]").setInputFiles(file);
  await dialog().getByText("What would happen").waitFor();
}

const close = () => dialog().getByRole("button", { name: "Close", exact: true }).click();

async function idOf(name: string): Promise<{ id: string; etag: string }> {
  const { items } = await council.call<{ items: { id: string; etag: string; name: string }[] }>(
    ...([priya, "GET", `/api/applications?q=${name}`] as const),
  );
  const found = items.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
}

async function teamNamed(name: string): Promise<string> {
  const { items } = await council.call<{ items: { id: string; name: string }[] }>(
    ...([priya, "GET", `/api/teams?q=${encodeURIComponent(name)}`] as const),
  );
  return items.find((one) => one.name === name)?.id ?? "";
}

/** Says in the drawer of the page which team uses the application. */
async function usedBy(name: string, team: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await button("Add team").click();
  await dialog().getByRole("combobox", { name: "Team" }).pressSequentially(team);
  await page.getByRole("option", { name: team }).first().click();
  await dialog().getByRole("textbox", { name: "People who use it" }).fill("4");
  await button("Save").click();
  await button(`Change how ${team} uses it`).waitFor();
}

/** Says in the drawer of the page what the application is for. */
async function setByHand(name: string, purpose: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await button("Edit").click();
  await page.getByRole("textbox", { name: "Purpose" }).fill(purpose);
  await button("Save").click();
  await page.getByText(purpose).first().waitFor();
}

/** The drawer of the page says what the application is for now. */
async function shownPurpose(name: string, purpose: string): Promise<void> {
  await openTab(page, council.url, "applications?q=Story", priya);
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByText(purpose).first().waitFor();
}

/** What the export menu of the page saves, as CSV. */
async function exported(): Promise<{ name: string; buffer: Buffer; mimeType: string }> {
  await button("Export").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "As CSV" }).click(),
  ]);
  const buffer = await readFile(await download.path());
  return { name: download.suggestedFilename(), buffer, mimeType: "text/csv" };
}

test("applications come from a file, show on a team's page, wait for a decision, go out unchanged and are taken back", async () => {
  await openTab(page, council.url, "applications?q=Story", priya);
  await offer(csv("Answers the phone"));
  await button("Import 2 rows").click();
  await page.getByText("The file was imported").waitFor();
  await close();
  await page.getByRole("row", { name: /Storydesk/ }).waitFor();

  await usedBy("Storydesk", "Housing Options");
  await openTab(page, council.url, `teams/${await teamNamed("Housing Options")}`, priya);
  await page.getByRole("link", { name: "Storydesk" }).first().waitFor();

  await openTab(page, council.url, "applications?q=Story", priya);
  await setByHand("Storydesk", "Keeps the stories of tenants");
  await openTab(page, council.url, "applications?q=Story", priya);
  await offer(csv("Something else"));
  await dialog().getByText("Keeps the stories of tenants").first().waitFor();
  await dialog().getByRole("radio", { name: "Keep", exact: true }).check();
  await dialog()
    .getByText(/Stays as it is in Toolroll/)
    .waitFor();
  await dialog().getByRole("radio", { name: "Take the file's", exact: true }).check();
  await button("Import 1 row").click();
  await page.getByText("The file was imported").waitFor();
  await close();
  await shownPurpose("Storydesk", "Something else");

  await openTab(page, council.url, "applications?q=Story", priya);
  const file = await exported();
  expect(file.name).toMatch(/^toolroll-applications-\d{4}-\d\d-\d\d\.csv$/);
  expect(file.buffer.toString()).toContain("Something else");
  await offer(file);
  await dialog()
    .getByText("There is nothing to import: the register already says what the file says.")
    .waitFor();
  await dialog().getByText("As before 2", { exact: true }).waitFor();
  await button("Cancel").click();

  await button("Import").first().click();
  await dialog()
    .getByRole("button", { name: /^Undo: Applications/ })
    .first()
    .click();
  await undo();
  // The question's own is there until it has closed.
  await button("Cancel").first().click();
  await shownPurpose("Storydesk", "Keeps the stories of tenants");
  expect(faultsOf(page)).toEqual([]);
}, 240_000);

async function undo(): Promise<void> {
  await button("Undo the import").click();
  await page
    .getByText(/Undone .* by Priya/)
    .first()
    .waitFor();
  // The list says so before the question has left, which has a button of the same name.
  await button("Undo the import").waitFor({ state: "detached" });
}

test("what was imported is taken back from the list of imports, and the register is as it was", async () => {
  await openTab(page, council.url, "applications?q=Undoable", priya);
  const file = { ...csv("x"), buffer: Buffer.from("System\nUndoable One\nUndoable Two\n") };
  await offer(file);
  await button("Import 2 rows").click();
  await page.getByText("The file was imported").waitFor();
  await close();
  await page.getByRole("row", { name: /Undoable One/ }).waitFor();
  await button("Import").first().click();
  await dialog()
    .getByRole("button", { name: /^Undo: Applications/ })
    .first()
    .click();
  await undo();
  // The question's own is there until it has closed.
  await button("Cancel").first().click();
  await page.getByText("No application").first().waitFor();
  await expect(idOf("Undoable One")).rejects.toThrow("There is no");
});
