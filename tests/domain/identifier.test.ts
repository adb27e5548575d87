import { changeApplication, registerApplication } from "../../src/domain/application/application";
import { amend, conclude } from "../../src/domain/application/contract";
import { change, type Device, register } from "../../src/domain/device";
import { addLabel, shippedTable } from "../../src/domain/device-label";
import { refuseHidden, refuseTurned } from "../../src/domain/identifier";
import { problemsOf, refusalOf, refused } from "../support/refusal-of";

const device = (assetTag: string, serial: string | null = null) =>
  register({ assetTag, serial, type: "laptop" }, "d-1", "tab");
const hidden = (sign: string) => refused("invalid", "character-hidden", { sign });

describe("an asset tag, a serial or a reference", () => {
  test.each([
    ["turns the text around it", "LAP-\u202e1000", "U+202E"],
    ["isolates a direction", "LAP-\u20661000\u2069", "U+2066"],
    ["marks a direction", "\u200fLAP-1", "U+200F"],
    ["has no width", "LAP\u200b-1", "U+200B"],
    ["breaks the line", "LAP\n-1", "U+000A"],
    ["joins letters", "LAP\u200d-1", "U+200D"],
  ])("is refused with a character that %s", (_what, text, sign) => {
    expect(refusalOf(() => device(text))).toEqual(hidden(sign));
    expect(refusalOf(() => device("LAP-1", text))).toEqual(hidden(sign));
    expect(refusalOf(() => conclude({ reference: text }, "c-1", "a-1"))).toEqual(hidden(sign));
  });

  test("is named in the refusal, with the character that nobody can see", () => {
    expect(problemsOf(() => device("LAP-\u202e1"))).toEqual([
      "character-hidden",
      { assetTag: "must not hold U+202E, which cannot be seen" },
    ]);
    expect(problemsOf(() => change(device("LAP-1"), { serial: "S\u202e1" }))?.[1]).toHaveProperty("serial");
  });

  test.each(["LAP-0001", "Môn/2024 (a)", "١٢٣-לפ"])("may be %s, in whatever script", (text) => {
    expect(device(text, text)).toMatchObject({ assetTag: text, serial: text });
    expect(conclude({ reference: text }, "c-1", "a-1").reference).toBe(text);
  });

  test("stays as it is where the register has it from before, and may only be mended", () => {
    const before: Device = { ...device("LAP-1"), assetTag: "LAP\u202e-1", serial: "S\u200b1" };
    expect(change(before, { notes: "scratched" })).toMatchObject({ assetTag: before.assetTag });
    expect(change(before, { assetTag: before.assetTag, serial: before.serial }).version).toBe(2);
    expect(refusalOf(() => change(before, { assetTag: "LAP\u202e-2" }))).toEqual(hidden("U+202E"));
    expect(change(before, { assetTag: "LAP-1", serial: "S1" })).toMatchObject({ assetTag: "LAP-1" });
    const contract = { ...conclude({}, "c-1", "a-1"), reference: "C\u202e" };
    expect(amend(contract, { noticeDays: 30 }).reference).toBe("C\u202e");
    expect(refusalOf(() => amend(contract, { reference: "D\u202e" }))).toEqual(hidden("U+202E"));
  });

  test("may be absent", () => {
    expect(refusalOf(() => refuseHidden("serial", null))).toBeNull();
  });
});

describe("the name of an application, a team or a label", () => {
  const named = (name: string) => registerApplication({ name, kind: "productivity-tool" }, "a-1", "tab");

  test.each(["\u202e", "\u202a", "\u2067"])("is refused with %j, which turns what follows", (sign) => {
    const code = "character-hidden";
    expect(refusalOf(() => named(`Pay${sign}lor`))).toMatchObject({ kind: "invalid", code });
    expect(refusalOf(() => changeApplication(named("Payroll"), { name: `Pay${sign}` }))).toMatchObject({
      code,
    });
    expect(
      refusalOf(() => addLabel(shippedTable, { name: `Lost${sign}`, status: "pending" }, "l")),
    ).toMatchObject({ code });
    expect(refusalOf(() => refuseTurned("name", `Housing${sign}`))).toMatchObject({ code });
  });

  test.each(["שלום", "مرحبا بالعالم", "\u200fאבג", "👩🏽‍💻 Developers", "Tŷ Gwyn"])("may be %s", (name) => {
    expect(named(name).name).toBe(name);
  });

  test("stays as it is where the register has it from before", () => {
    const before = { ...named("Payroll"), name: "Pay\u202eroll" };
    expect(changeApplication(before, { notes: "x" }).name).toBe(before.name);
  });
});

test("free text keeps whatever direction it has", () => {
  const notes = "\u202bהערה\u202c and \u2067مرحبا\u2069";
  expect(register({ assetTag: "LAP-1", type: "laptop", notes }, "d-1", "tab").notes).toBe(notes);
});
