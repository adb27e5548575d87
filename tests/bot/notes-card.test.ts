import { notesCard, notesSummary } from "../../bot/cards/notes-card";
import type { OutgoingNotes } from "../../src/services/messenger";
import { settingForTests } from "./bot-builders";

const gbp = (amount: string) => ({ amount, currency: "GBP" });
type Renewal = OutgoingNotes["renewals"][number];

const contract: Renewal = {
  ...{
    source: "contract",
    id: "c-1",
    name: "Ledger",
    supplier: "Ledgers Ltd",
    skuId: null,
    applicationId: "a",
  },
  ...{
    day: "2026-06-30",
    actBy: "2026-04-01",
    certain: true,
    tacit: true,
    seats: null,
    value: gbp("1200.00"),
  },
  ...{ unused: null, monthlySaving: null, window: null, reminder: 30, settled: null, lastReminder: null },
  owner: { id: "nia", name: "Nia", active: true },
  nextReminder: null,
};
const subscription: Renewal = {
  ...contract,
  ...{
    source: "subscription",
    id: "s-1",
    name: "Microsoft 365 E3",
    supplier: null,
    skuId: "e3",
    value: null,
  },
  ...{ applicationId: null, tacit: null, seats: 100, unused: { count: 12, unknownUse: 3 } },
  monthlySaving: gbp("360.00"),
};
const findings: NonNullable<OutgoingNotes["findings"]> = {
  total: 7,
  bySeverity: [
    { severity: "high", count: 2 },
    { severity: "low", count: 5 },
  ],
  top: [
    { kind: "kit-held-by-leaver", subjectKind: "person", name: null, count: 2 },
    { kind: "not-confirmed", subjectKind: "team", name: "Housing", count: 4 },
  ],
};
const blockers: NonNullable<OutgoingNotes["blockers"]> = {
  total: 4,
  rollouts: [
    { name: "Windows 11", count: 3, since: "2026-02-16" },
    { name: "New laptops", count: 1, since: "2026-02-20" },
  ],
  more: 2,
};
const told = (more: Partial<OutgoingNotes>) => ({
  ...{ renewals: [], findings: null, blockers: null, today: "2026-03-02" },
  ...more,
});
const textOf = (more: Partial<OutgoingNotes>, language: "en" | "cy" = "en") =>
  JSON.stringify(notesCard(settingForTests(language), told(more)));

it("names contract and supplier, the last day to act in words, what happens then and what it is worth", () => {
  const text = textOf({ renewals: [contract] });
  for (const words of [
    "Ledger · Ledgers Ltd",
    "Last day to act: 1 April 2026, in 30 days.",
    "It goes on after 30 June 2026 unless notice is given.",
    "Its value is £1,200.00.",
  ]) {
    expect(text).toContain(words);
  }
});

it("says what can be given up, what that saves, and of whom nothing is known", () => {
  const text = textOf({ renewals: [subscription] });
  expect(text).toContain("12 of 100 seats are not used and can be given up. That saves £360.00 a month.");
  expect(text).toContain("For 3 more holders it is not known whether they use theirs.");
  expect(text).toContain("whether it renews is not known");
});

it.each([
  ["a price", { monthlySaving: null }, "Price unknown: what that saves cannot be said."],
  [
    "the seats",
    { unused: null, monthlySaving: null },
    "How many of its 100 seats are not used is not known.",
  ],
  ["who uses them", { unused: { count: 4, unknownUse: null } }, "only seats that nobody holds are counted"],
])("never makes a nought of what is unknown: %s", (_, more, words) => {
  const text = textOf({ renewals: [{ ...subscription, ...more }] });
  expect(text).toContain(words);
  expect(text).not.toContain("£0");
});

it.each([
  ["2026-04-01", "Last day to act: today, 1 April 2026."],
  ["2026-03-31", "in 1 day."],
])("counts the days from %s: %s", (today, words) => {
  expect(textOf({ renewals: [contract], today })).toContain(words);
});

it.each([
  [false, "It ends on 30 June 2026 unless it is renewed."],
  [null, "whether it renews by itself is not recorded"],
])("says of a contract that is tacit %s: %s", (tacit, words) => {
  expect(textOf({ renewals: [{ ...contract, tacit, value: null }] })).toContain(words);
  expect(textOf({ renewals: [{ ...contract, tacit, value: null }] })).toContain("Its value is not recorded.");
});

it("lists the most pressing findings with all counts, and a person among them by no name", () => {
  const text = textOf({ findings });
  expect(text).toContain("7 findings are open");
  expect(text).toContain("High: 2 · Low: 5");
  expect(text).toContain("• Somebody has left and still holds 2 devices");
  expect(text).toContain("• Housing: 4 devices not confirmed for a year");
  expect(text).toContain("And 5 more.");
});

it("says in which rollouts blockers wait, how many and since when, and that they are the owner's now", () => {
  const text = textOf({ blockers });
  expect(text).toContain("4 blockers in your rollouts wait too long");
  expect(text).toContain("• Windows 11: 3 blockers, the oldest open since 16 February 2026");
  expect(text).toContain("• New laptops: 1 blocker, open since 20 February 2026");
  expect(text).toContain("And 2 more rollouts.");
  expect(text).toContain("They are yours now");
});

it("asks nothing: its buttons open the pages of what it tells, and it says how to get no more", () => {
  const card = notesCard(settingForTests(), told({ renewals: [contract, subscription], findings, blockers }));
  expect(card.actions).toMatchObject([
    { type: "Action.OpenUrl", title: "Open Renewals", url: "http://127.0.0.1:3978/tab/licences/renewals" },
    {
      type: "Action.OpenUrl",
      title: "Open Contracts",
      url: "http://127.0.0.1:3978/tab/applications/contracts",
    },
    { type: "Action.OpenUrl", title: "Open Rollouts", url: "http://127.0.0.1:3978/tab/rollouts" },
    { type: "Action.OpenUrl", title: "Open Findings", url: "http://127.0.0.1:3978/tab/findings" },
  ]);
  const text = JSON.stringify(card);
  expect(text).not.toMatch(/Action\.Execute|Input\./);
  expect(text).toContain('Type \\"stop renewals\\"');
  expect(text).toContain('Type \\"stop findings\\"');
  expect(text).toContain('Type \\"stop blockers\\"');
});

it("speaks Welsh to whoever does", () => {
  const text = textOf({ renewals: [contract, subscription], findings, blockers }, "cy");
  expect(text).toContain("1 Ebrill 2026");
  expect(text).toContain("Mae 7 canfyddiad yn agored");
  expect(text).toContain("Mae 4 rhwystr yn aros yn rhy hir yn eich cyflwyniadau");
  expect(text).toContain("Windows 11: 3 rhwystr, yr hynaf ar agor ers 16 Chwefror 2026");
  expect(text).toContain("Nid yw 12 sedd o 100 yn cael eu defnyddio");
  expect(text).not.toMatch(/\bnote\.|\{\{|Last day|Open /);
});

it.each([
  [{ renewals: [contract] }, "note.summaryRenewals"],
  [{ findings }, "note.summaryFindings"],
  [{ blockers }, "note.summaryBlockers"],
  [{ renewals: [contract], findings }, "note.summarySeveral"],
  [{ blockers, findings }, "note.summarySeveral"],
])("is announced as what it is", (more, key) => {
  expect(notesSummary(told(more))).toBe(key);
});

it("stays under 24 KB with nasty names, which stand in text runs only", () => {
  const nasty =
    '[click](https://evil.example) ![x](https://evil.example/p.png) <at>Boss</at> {{x}} "漢"'.repeat(40);
  const many = Array.from({ length: 60 }, () => ({ ...subscription, name: nasty, supplier: nasty }));
  const top = Array.from({ length: 5 }, () => ({ ...findings.top[1], name: nasty }));
  const card = notesCard(
    settingForTests("cy"),
    told({
      ...{ renewals: many, findings: { ...findings, top } as typeof findings },
      blockers: { ...blockers, rollouts: blockers.rollouts.map((one) => ({ ...one, name: nasty })) },
    }),
  );
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(24 * 1024);
  const elsewhere = JSON.stringify(card, (key, value) => (key === "inlines" ? [] : value));
  expect(elsewhere).not.toContain("evil");
  expect(elsewhere).not.toContain("<at>");
  expect(JSON.stringify(card)).not.toContain("{{");
});
