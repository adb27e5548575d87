import type { Frame, Page } from "playwright-core";
import { suites } from "../support/graph/council-skus";
import { amina, cerys, type Demonstration, owen, priya } from "./demonstration";

/** The tab as a person looks at it: by itself, or in the frame of its host. */
export interface Screen {
  readonly page: Page;
  readonly tab: Page | Frame;
  readonly council: Demonstration;
}

export interface PageState {
  readonly path: string;
  /** IT unless told; null is nobody yet. */
  readonly person?: string | null;
  /** Something lies over the page without being a dialog; what it hides for the while cannot be pressed. */
  readonly covers?: true;
  /** What the server says to requests of this kind: nothing at all, or that it failed. */
  readonly silent?: string;
  readonly failing?: string;
  /** What it says in place of what it would, where a state is rare. */
  readonly answered?: { readonly path: string; readonly json: object };
  /** Leads to the state, and waits until it is there. */
  readonly reach: (screen: Screen) => Promise<void>;
}

const heading = (name: string) => (screen: Screen) =>
  screen.tab.getByRole("heading", { name, exact: true }).first().waitFor();

const table = (title: string) => async (screen: Screen) => {
  await heading(title)(screen);
  await screen.tab.getByRole("table").or(screen.tab.getByRole("grid")).first().waitFor();
};

const press = (name: string | RegExp) => (screen: Screen) =>
  screen.tab.getByRole("button", { name, exact: true }).first().press("Enter");

const shown = (words: string) => (screen: Screen) => screen.tab.getByText(words).first().waitFor();

const sequence =
  (...steps: ((screen: Screen) => Promise<unknown>)[]) =>
  async (screen: Screen) => {
    for (const step of steps) await step(screen);
  };

const findings = async ({ tab }: Screen) => {
  await tab.getByRole("list", { name: /^Findings/ }).waitFor();
};

const dialog = ({ tab }: Screen) => tab.locator(".fui-DialogSurface").last().waitFor();

const device = async ({ tab }: Screen) => {
  await tab.locator("[data-index='0']").press("Enter");
  await tab.getByRole("heading", { name: "History" }).waitFor();
};

const application = async ({ tab }: Screen) => {
  await tab.getByRole("button", { name: "Tenantry Housing" }).first().press("Enter");
  await tab.getByRole("heading", { name: "History" }).waitFor();
};

const chosenFile = async ({ tab }: Screen) => {
  await tab.locator("input[type=file]").setInputFiles("docs/examples/devices-snipe-it.csv");
  await tab.getByText(/row has an error or conflict|rows have errors or conflicts/).waitFor();
};

const chooseCsv = ({ tab }: Screen, csv: string) =>
  tab
    .locator("input[type=file]")
    .setInputFiles({ name: "loans.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });

const halfWritten = async (screen: Screen) => {
  const { page, tab } = screen;
  const json = { phase: "writing", rowsDone: 8_500, rowsTotal: 20_000, applied: null };
  await page.route("**/api/imports/progress/*", (route) => route.fulfill({ json }));
  await chooseCsv(screen, "Asset tag,Type\nIL-1,laptop\nIL-2,laptop\n");
  await tab.getByRole("button", { name: "Import 2 rows" }).press("Enter");
  await tab.getByText("Writing to the register: 8,500 of 20,000").waitFor();
};

const unmappedLabels = async (screen: Screen) => {
  const { tab } = screen;
  const csv = "Asset tag,Type,Label\nIL-1,laptop,On loan\nIL-2,laptop,On loan\nIL-3,phone,Ar fenthyg\n";
  await chooseCsv(screen, csv);
  await tab.getByRole("combobox", { name: "On loan stands for" }).waitFor();
};

const unsureDays = async (screen: Screen) => {
  await chooseCsv(screen, "Asset tag,Type,Purchase date\nIL-1,laptop,01/04/2024\nIL-2,laptop,01/05/2024\n");
  await screen.tab.getByText("Does the day or the month come first?").waitFor();
};

const person = async ({ tab }: Screen) => {
  const field = tab.getByRole("combobox", { name: "Person" });
  await field.click();
  await field.pressSequentially("Tom Baker");
  await tab.getByRole("option", { name: "Tom Baker" }).click();
};

const found = async ({ page, tab }: Screen) => {
  await tab.getByRole("combobox", { name: "Search" }).first().click();
  await page.keyboard.type("tom");
  await tab.getByRole("option").first().waitFor();
};

const menu = async ({ tab }: Screen) => {
  await tab.getByRole("button", { name: "Export" }).press("Enter");
  await tab.getByRole("menuitem").first().waitFor();
};

const twoChosen = async ({ tab }: Screen) => {
  for (const row of [0, 1]) await tab.locator(`[data-index='${row}']`).press(" ");
  await tab.getByText("2 selected").waitFor();
};

const wouldBeLost = async ({ tab }: Screen) => {
  await tab.getByRole("combobox", { name: "Label" }).selectOption("Lost");
  await tab.getByRole("button", { name: "Show what would change" }).press("Enter");
  await tab.getByText("What would happen").waitFor();
};

/** Every state of the register that looks like something else: devices, applications, teams, people. */
export const registerStates: Readonly<Record<string, PageState>> = {
  inventory: { path: "inventory", reach: table("Inventory") },
  "the details of a device": { path: "inventory", reach: sequence(table("Inventory"), device) },
  "a device being edited": {
    path: "inventory",
    reach: sequence(table("Inventory"), device, press("Edit"), ({ tab }) =>
      tab.getByRole("button", { name: "Save", exact: true }).waitFor(),
    ),
  },
  "a device being assigned": {
    path: "inventory?status=deployable",
    reach: sequence(table("Inventory"), device, press(/^(Assign|Reassign)/), dialog),
  },
  "a new device": { path: "inventory", reach: sequence(table("Inventory"), press("Add device"), dialog) },
  "two devices chosen": { path: "inventory", reach: sequence(table("Inventory"), twoChosen) },
  "a change to several devices": {
    path: "inventory",
    reach: sequence(table("Inventory"), twoChosen, press("Change"), dialog),
  },
  "what a change would do to several devices": {
    path: "inventory",
    reach: sequence(table("Inventory"), twoChosen, press("Change"), dialog, wouldBeLost),
  },
  "more filters": {
    path: "inventory",
    covers: true,
    reach: sequence(table("Inventory"), press("More filters")),
  },
  "devices at a glance": { path: "inventory/glance", reach: table("Devices at a glance") },
  "an inventory without matches": { path: "inventory?q=zzzz", reach: shown("No device matches") },
  "the menu of exports": { path: "inventory", covers: true, reach: sequence(table("Inventory"), menu) },
  "an import with its preview": {
    path: "inventory",
    reach: sequence(table("Inventory"), press("Import"), chosenFile),
  },
  "an import with labels that nobody has mapped": {
    path: "inventory",
    reach: sequence(table("Inventory"), press("Import"), unmappedLabels),
  },
  "an import with days that can be read both ways": {
    path: "inventory",
    reach: sequence(table("Inventory"), press("Import"), unsureDays),
  },
  "an import under way": {
    path: "inventory",
    silent: "**/api/imports?*mode=apply*",
    reach: sequence(table("Inventory"), press("Import"), halfWritten),
  },
  "the search": { path: "inventory", reach: sequence(table("Inventory"), found) },
  applications: { path: "applications", reach: table("Applications") },
  "the details of an application": {
    path: "applications?q=tenantry",
    reach: sequence(table("Applications"), application),
  },
  "an application being edited": {
    path: "applications?q=tenantry",
    reach: sequence(table("Applications"), application, press("Edit"), ({ tab }) =>
      tab.getByRole("button", { name: "Save", exact: true }).waitFor(),
    ),
  },
  "an answer to a request": {
    path: "applications",
    reach: sequence(table("Applications"), press("Answer a request"), dialog, async ({ tab }) => {
      await tab.getByRole("combobox", { name: "Supplier", exact: true }).last().selectOption("s.43(2)");
      await tab.getByRole("textbox", { name: "Supplier: why it is withheld" }).waitFor();
    }),
  },
  "a new application": {
    path: "applications",
    reach: sequence(table("Applications"), press("Add application"), dialog),
  },
  "a judgement of a risk": {
    path: "applications?q=tenantry",
    reach: sequence(table("Applications"), application, press(/^Judge/), dialog),
  },
  "the portfolio": { path: "applications/portfolio", reach: table("Portfolio") },
  contracts: { path: "applications/contracts", reach: table("Contracts") },
  integrations: { path: "applications/integrations", reach: table("Integrations") },
  "the whole organisation": { path: "teams", reach: heading("People") },
  "a team": {
    path: "teams",
    person: owen,
    reach: heading("Housing Options"),
  },
  "licences before anything was read": {
    path: "licences",
    reach: shown("Not read from Microsoft 365 yet: Licences"),
  },
  "devices of Intune before any were read": {
    path: "inventory/intune",
    reach: shown("No devices were read from Intune yet"),
  },
  people: { path: "people", reach: table("People") },
  "nobody found": { path: "people?q=zzzz", reach: shown("Nobody matches") },
  "a person": { path: `people/${owen}`, reach: heading("Owen Griffiths") },
};

/** The same of every other page. */
export const otherStates: Readonly<Record<string, PageState>> = {
  "the choice of a person": { path: "inventory", person: null, reach: heading("Who are you today?") },
  "the set-up of a channel tab": { path: "configure", reach: heading("What should this tab show?") },
  "an inventory on its way": {
    path: "inventory",
    silent: "**/api/devices?*",
    // Under its heading: the tab that is only starting says the same.
    reach: sequence(heading("Inventory"), ({ tab }) =>
      tab.getByRole("status", { name: "Loading" }).first().waitFor(),
    ),
  },
  "check-ins that cannot be read": {
    path: "check-ins",
    failing: "**/api/check-ins?*",
    reach: ({ tab }) => tab.getByRole("alert").waitFor(),
  },
  "applications without matches": { path: "applications?q=zzzz", reach: shown("No application matches") },
  "the calendar of contracts": {
    path: "applications/contracts",
    reach: sequence(table("Contracts"), press("Calendar address"), dialog),
  },
  findings: { path: "findings", reach: sequence(heading("Findings"), findings) },
  "one finding": {
    path: "findings",
    reach: sequence(
      heading("Findings"),
      findings,
      ({ tab }) =>
        tab
          .getByRole("list", { name: /^Findings/ })
          .getByRole("button")
          .first()
          .press("Enter"),
      dialog,
    ),
  },
  "findings of a manager": {
    path: "findings",
    person: owen,
    reach: sequence(heading("Findings"), findings),
  },
  "findings being loaded": { path: "findings", silent: "**/api/findings?*", reach: heading("Findings") },
  "findings that failed": {
    path: "findings",
    failing: "**/api/findings?*",
    reach: ({ tab }) => tab.getByRole("button", { name: "Try again" }).waitFor(),
  },
  reports: { path: "reports", reach: heading("Reports") },
  "my kit": { path: "my-kit", person: cerys, reach: heading("My kit") },
  "the surveys": { path: "surveys", reach: heading("Confidence") },
  "the results of a survey": {
    path: "surveys",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: "Tools of autumn" }).click(),
      table("Tools of autumn"),
    ),
  },
  "what one team said in a survey": {
    path: "surveys",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: "Tools of autumn" }).click(),
      ({ tab }) => tab.getByRole("link", { name: "Everybody asked" }).click(),
      table("All statements: Everybody asked"),
    ),
  },
  "what was said of one statement": {
    path: "surveys",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: "Tools of autumn" }).click(),
      ({ tab }) => tab.getByRole("link", { name: "I can find a file again." }).click(),
      table("All teams: I can find a file again."),
    ),
  },
  "how teams that took a course felt before and after": {
    path: "surveys",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: "Confidence at work" }).first().click(),
      heading("Training since the survey before"),
    ),
  },
  courses: { path: "courses", reach: shown("Finding and sharing files") },
  "courses that failed": {
    path: "courses",
    failing: "**/api/courses?*",
    reach: ({ tab }) => tab.getByRole("button", { name: "Try again" }).waitFor(),
  },
  "courses before there is one": {
    path: "courses",
    answered: {
      path: "**/api/courses?*",
      json: { items: [], total: 0, totalCapped: false, nextCursor: null },
    },
    reach: shown("No course yet"),
  },
  "a new course": {
    path: "courses",
    reach: sequence(shown("Finding and sharing files"), press("New course"), dialog),
  },
  "a course": {
    path: "courses",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: "Finding and sharing files" }).click(),
      table("Before and after"),
    ),
  },
  "who was at a session": {
    path: "courses",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: "Finding and sharing files" }).click(),
      ({ tab }) =>
        tab
          .getByRole("button", { name: /^Who was there/ })
          .last()
          .press("Enter"),
      ({ tab }) =>
        tab
          .getByRole("checkbox", { name: /was there$/ })
          .first()
          .waitFor(),
    ),
  },
  "a new survey": { path: "surveys/new", reach: heading("New survey") },
  "surveys to be answered": { path: "my-surveys", person: cerys, reach: heading("Surveys for you") },
  "how surveys stay confidential": {
    path: "surveys/confidential",
    person: cerys,
    reach: heading("How your answers stay confidential"),
  },
  settings: { path: "settings", person: amina, reach: table("Settings") },
  "a label of devices that is added": {
    path: "settings",
    person: amina,
    reach: sequence(table("Settings"), press("Add a label"), dialog),
  },
  licences: { path: "licences", reach: table("Licences") },
  "a licence": {
    path: `licences/${suites.e3}`,
    reach: sequence(table("Holders"), heading("Microsoft 365 E3")),
  },
  "the price of a licence": {
    path: `licences/${suites.e3}`,
    reach: sequence(table("Holders"), press("Set the price"), dialog),
  },
  "the price book": { path: "licences/prices", reach: table("Price book") },
  "a file of prices": {
    path: "licences/prices",
    reach: sequence(table("Price book"), press("Import prices"), dialog),
  },
  "costs of licences": { path: "licences/costs", reach: table("Cost of licences") },
  "licences paid for twice": { path: "licences/overlaps", reach: heading("Paid for twice") },
  renewals: { path: "licences/renewals", reach: table("Renewals") },
  "who sees to a licence": {
    path: `licences/${suites.e3}`,
    reach: sequence(table("Holders"), press("Choose who sees to it"), dialog),
  },
  "who is asked about a licence": {
    path: `licences/${suites.e3}`,
    reach: sequence(table("Holders"), press("Ask who does not use it"), dialog),
  },
  "the sync with Microsoft 365": {
    path: "licences/sync",
    person: amina,
    reach: sequence(table("What is read"), shown("are gone from Microsoft 365")),
  },
  "devices of Intune that differ": {
    path: "inventory/intune",
    reach: sequence(table("Devices from Intune"), shown("Take Intune's")),
  },
  "devices of Intune to be added": {
    path: "inventory/intune?standing=new",
    reach: sequence(table("Devices from Intune"), shown("Choose devices to add")),
  },
  "home teams by group": {
    path: "settings",
    person: amina,
    reach: async (screen) => {
      await heading("Home teams")(screen);
      await screen.tab.getByRole("radio", { name: "Groups that you choose" }).check();
      await screen.tab.getByRole("button", { name: "Add Housing" }).press("Enter");
      await screen.tab.getByRole("button", { name: "See what would change" }).press("Enter");
      await heading("What the next sync would do")(screen);
    },
  },
  "people gone to be approved": {
    path: "licences/sync",
    person: amina,
    reach: sequence(table("What is read"), press("Approve that they have left"), dialog),
  },
  "check-ins": { path: "check-ins", reach: sequence(heading("Check-ins"), shown("Kit of autumn")) },
  "sending held after a restore": {
    path: "check-ins",
    answered: {
      path: "**/api/sending-hold",
      json: {
        hold: { since: "2026-11-24T10:00:00.000Z", backupAt: "2026-11-24T02:00:00.000Z", doubtful: 12 },
      },
    },
    reach: sequence(shown("Nothing is sent until somebody decides"), press("Send them again"), dialog),
  },
  "a new check-in": {
    path: "check-ins",
    reach: sequence(
      press("New kit check-in"),
      ({ tab }) => tab.getByRole("radio", { name: "Teams" }).check(),
      shown("Find a team"),
    ),
  },
  "a new check-in of a person, with who is asked": {
    path: "check-ins",
    reach: sequence(
      press("New kit check-in"),
      ({ tab }) => tab.getByRole("radio", { name: "People by name" }).check(),
      async ({ tab }) => {
        const field = tab.getByRole("combobox", { name: /^Find a person/ });
        await field.click();
        await field.pressSequentially("Tom Baker");
        await tab.getByRole("option", { name: "Tom Baker" }).click();
      },
      press("See who is asked"),
      shown("can be reached now"),
    ),
  },
  "a new check-in that is asked again, with its card": {
    path: "check-ins",
    reach: sequence(
      press("New kit check-in"),
      async ({ tab }) => void (await tab.getByRole("combobox", { name: "Ask it" }).selectOption("3-month")),
      press("See the card"),
      shown("Is this your kit?"),
    ),
  },
  "sending to be stopped": {
    path: "check-ins",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: "Kit of autumn" }).click(),
      shown("Every month. This is number 1."),
      press("Stop sending"),
      dialog,
    ),
  },
  "a check-in under way": {
    path: "check-ins",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: "Kit of autumn" }).click(),
      table("Person by person"),
    ),
  },
  "a check-in to be closed": {
    path: "check-ins",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: "Kit of autumn" }).click(),
      press("Close"),
      dialog,
    ),
  },
  "home of an IT manager": { path: "home", reach: shown("All findings") },
  "home of a manager": { path: "home", person: owen, reach: shown("My teams") },
  rollouts: { path: "rollouts", reach: shown("Laptops of summer") },
  "a new rollout": { path: "rollouts", reach: sequence(press("New rollout"), dialog) },
  "an announcement of a vendor": {
    path: "rollouts",
    reach: sequence(press(/^Microsoft Teams: classic meetings retire/), dialog),
  },
  "a rollout made of an announcement": {
    path: "rollouts",
    reach: sequence(press(/^Make a rollout of Microsoft Teams/), dialog),
  },
  "who was at a session, from a file": {
    path: "rollouts",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: /for everybody$/ }).click(),
      press(/^Attendance of /),
      dialog,
    ),
  },
  "a rollout": {
    path: "rollouts",
    reach: sequence(({ tab }) => tab.getByRole("link", { name: /for everybody$/ }).click(), table("Waves")),
  },
  "a new wave": {
    path: "rollouts",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: /for everybody$/ }).click(),
      press("Add a wave"),
      dialog,
    ),
  },
  "the board of a wave": {
    path: "rollouts",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: /for everybody$/ }).click(),
      ({ tab }) => tab.getByRole("link", { name: "Housing Options" }).click(),
      table("Gates"),
    ),
  },
  "a go or no-go": {
    path: "rollouts",
    reach: sequence(
      ({ tab }) => tab.getByRole("link", { name: /for everybody$/ }).click(),
      ({ tab }) => tab.getByRole("link", { name: "Housing Options" }).click(),
      press("Go or no-go"),
      dialog,
    ),
  },
  "the audit log": { path: "audit", person: amina, reach: heading("Audit log") },
  privacy: {
    path: "privacy",
    person: amina,
    reach: sequence(heading("Privacy"), heading("People who have left")),
  },
  "a person being erased": {
    path: "privacy",
    person: amina,
    reach: sequence(heading("Privacy"), person, press(/^Erase/), dialog),
  },
  "no such page": {
    path: "no-such-page",
    person: priya,
    reach: ({ tab }) => tab.getByRole("heading", { level: 1 }).waitFor(),
  },
};
