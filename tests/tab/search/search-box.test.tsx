import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useLocation } from "react-router";
import type { SearchGroupAnswer, SearchHitAnswer } from "../../../src/contracts/search-contract";
import { SearchBox } from "../../../tab/search/search-box";
import { type FakeServer, ok, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer();
});

function hit(kind: SearchHitAnswer["kind"], id: string, title: string, place: string): SearchHitAnswer {
  return { kind, id, title, subtitle: null, state: null, place };
}

function group(items: SearchHitAnswer[], total = items.length): SearchGroupAnswer {
  return { kind: items[0]?.kind ?? "device", items, total, totalCapped: false };
}

const laptop = hit("device", "d-1", "LT-0041", "/inventory?device=d-1");
const sian = hit("person", "p-7", "Siân Hughes", "/people/p-7");

function Address() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

function open(me = somebody(["Toolroll.ItManager"])) {
  renderPage(
    <>
      <SearchBox />
      <label>
        Notes <input />
      </label>
      <Address />
    </>,
    { me, at: "/check-ins?lang=en" },
  );
  return { person: userEvent.setup(), box: screen.getByRole("combobox", { name: "Search Toolroll" }) };
}

test("shows what is found by kind as one types, and asks once for a word", async () => {
  server.answer("GET /api/search", ok({ groups: [group([laptop], 312), group([sian])] }));
  const { person, box } = open();
  await person.type(box, "sia");
  const list = await screen.findByRole("listbox", { name: "Search results" });
  const people = await within(list).findByRole("group", { name: "People" });
  expect(within(people).getByRole("option", { name: "Siân Hughes" })).toBeTruthy();
  expect(within(list).getByText("1 of 312")).toBeTruthy();
  expect(server.askedFor("GET /api/search").map(({ query }) => query.get("q"))).toEqual(["sia"]);
  expect(people.querySelector("mark")?.textContent).toBe("Siâ");
});

test("the arrow keys go round the results while the focus stays, and Enter leads there", async () => {
  server.answer("GET /api/search", ok({ groups: [group([laptop]), group([sian])] }));
  const { person, box } = open();
  await person.type(box, "xx");
  const first = await screen.findByRole("option", { name: "LT-0041" });
  const active = () => box.getAttribute("aria-activedescendant");
  expect(active()).toBe(first.id);
  await person.keyboard("{ArrowDown}");
  expect(active()).toBe(screen.getByRole("option", { name: /Hughes/ }).id);
  await person.keyboard("{ArrowDown}");
  expect(active()).toBe(first.id);
  await person.keyboard("{ArrowUp}");
  expect(document.activeElement).toBe(box);
  await person.keyboard("{Enter}");
  expect(screen.getByText("/people/p-7?lang=en")).toBeTruthy();
  expect(screen.queryByRole("listbox")).toBeNull();
});

test("Enter before the answer is there leads to the best result of what was typed", async () => {
  server.answer("GET /api/search", ({ query }) =>
    ok({ groups: query.get("q") === "lt-0041" ? [group([laptop])] : [] }),
  );
  const { person, box } = open();
  await person.type(box, "lt-0041{Enter}");
  expect(await screen.findByText("/inventory?lang=en&device=d-1")).toBeTruthy();
});

test("all devices that hold the text are one choice away in the inventory, for who has one", async () => {
  server.answer("GET /api/search", ok({ groups: [group([laptop], 312)] }));
  const { person, box } = open();
  await person.type(box, "lt");
  await person.click(await screen.findByRole("option", { name: "Show all 312 devices in the inventory" }));
  expect(screen.getByText("/inventory?lang=en&q=lt")).toBeTruthy();
});

test("staff are not sent to an inventory they do not have", async () => {
  server.answer("GET /api/search", ok({ groups: [group([{ ...laptop, place: "/my-kit" }], 9)] }));
  const { person, box } = open(somebody());
  await person.type(box, "lt");
  await screen.findByRole("option", { name: "LT-0041" });
  expect(screen.getAllByRole("option")).toHaveLength(1);
});

test("Ctrl+K reaches it from anywhere, a slash only where nothing is being typed", async () => {
  const { person, box } = open();
  const notes = screen.getByRole("textbox", { name: "Notes" });
  await person.click(notes);
  await person.keyboard("a/b");
  expect(document.activeElement).toBe(notes);
  await person.keyboard("{Control>}k{/Control}");
  expect(document.activeElement).toBe(box);
  await person.tab();
  (document.activeElement as HTMLElement).blur();
  await person.keyboard("/");
  expect(document.activeElement).toBe(box);
  expect((box as HTMLInputElement).value).toBe("");
});

test("says that nothing was found, and closes and empties by Escape", async () => {
  server.answer("GET /api/search", ok({ groups: [] }));
  const { person, box } = open();
  await person.type(box, "zz");
  expect((await screen.findAllByText("Nothing found for “zz”")).length).toBeGreaterThan(0);
  await person.keyboard("{Escape}");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect((box as HTMLInputElement).value).toBe("zz");
  await person.keyboard("{Escape}");
  expect((box as HTMLInputElement).value).toBe("");
});

test("a search that fails says so, and the next one works", async () => {
  server.answer("GET /api/search", problem(500, "It broke."));
  const { person, box } = open();
  await person.type(box, "ab");
  expect(await screen.findByText("The search did not work.")).toBeTruthy();
  server.answer("GET /api/search", ok({ groups: [group([sian])] }));
  await person.type(box, "c");
  expect(await screen.findByRole("option", { name: /Hughes/ })).toBeTruthy();
  expect(screen.queryByText("The search did not work.")).toBeNull();
});

test("leaving it closes it", async () => {
  const { person, box } = open();
  await person.click(box);
  expect(await screen.findByRole("listbox")).toBeTruthy();
  await person.click(screen.getByRole("textbox", { name: "Notes" }));
  expect(screen.queryByRole("listbox")).toBeNull();
});
