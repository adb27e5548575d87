import { Refusal } from "../../src/domain/refusal";
import { aDevice, aPerson, emailOf, idFrom, randomFrom } from "../support/builders";

test("a text gives the same id and the same numbers on every machine", () => {
  expect(idFrom("1/person/7")).toBe("ec19e625-6b4f-49f1-81a9-8266b3569563");
  const random = randomFrom("1/people");
  expect(Array.from({ length: 3 }, () => random.between(1, 1_000))).toEqual([782, 204, 356]);
});

test("numbers from 1 to 6 are all of them, and all as likely", () => {
  const dice = randomFrom("dice");
  const thrown = Array.from({ length: 6_000 }, () => dice.between(1, 6));
  for (const side of [1, 2, 3, 4, 5, 6]) {
    const count = thrown.filter((each) => each === side).length;
    expect(count).toBeGreaterThan(850);
    expect(count).toBeLessThan(1_150);
  }
  expect(new Set(thrown).size).toBe(6);
});

test("weights weigh", () => {
  const random = randomFrom("weights");
  const choices = [
    ["often", 9],
    ["seldom", 1],
    ["never", 0],
  ] as const;
  const picked = Array.from({ length: 1_000 }, () => random.weighted(choices));
  const seldom = picked.filter((each) => each === "seldom").length;
  expect(seldom).toBeGreaterThan(60);
  expect(seldom).toBeLessThan(140);
  expect(picked).not.toContain("never");
});

test("shuffling loses nothing and leaves its input alone", () => {
  const items = Object.freeze(Array.from({ length: 50 }, (_, at) => at));
  const shuffled = randomFrom("cards").shuffled(items);
  expect(shuffled).not.toEqual(items);
  expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
});

test("nothing can be picked from nothing", () => {
  expect(() => randomFrom("x").pick([])).toThrow("Nothing to pick from");
});

test.each([
  ["Siân O'Connor", 1, "sian.oconnor@llanfair.example"],
  ["Llŷr ap Gwilym", 2, "llyr.ap.gwilym2@llanfair.example"],
  ["Mari Morris-Jones", 1, "mari.morris-jones@llanfair.example"],
])("%s writes from %s", (name, namesake, email) => {
  expect(emailOf(name, namesake)).toBe(email);
});

test("a device built for a test keeps the register's rules", () => {
  expect(aDevice({ label: "Lost" })).toMatchObject({ status: "undeployable", assigneeId: null });
  expect(() => aDevice({ label: "Lost", assigneeId: aPerson().id })).toThrow(Refusal);
  expect(aDevice({ lastConfirmedAt: "2026-11-01T10:00:00.000Z", version: 4 })).toMatchObject({
    lastConfirmedAt: "2026-11-01T10:00:00.000Z",
    version: 4,
  });
});
