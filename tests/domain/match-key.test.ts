import { firstInvisible, matchKey, oddLetter, plainKey, serialKey } from "../../src/domain/match-key";

describe("match keys", () => {
  test.each([
    ["case", "LAP-0001", "lap-0001"],
    ["white space around and doubled", "  Ready  to deploy ", "Ready to deploy"],
    ["no-break spaces", "Asset\u00a0tag", "Asset tag"],
    ["full-width letters", "ＬＡＰ-1", "LAP-1"],
    ["a zero-width space", "LAP\u200b-1", "LAP-1"],
    ["a soft hyphen", "LAP\u00ad-1", "LAP-1"],
    ["a byte order mark", "\ufeffLAP-1", "LAP-1"],
    ["a Cyrillic А", "L\u0410P-1", "LAP-1"],
    ["Greek Ρ and Α", "L\u0391\u03a1-1", "LAP-1"],
    ["a non-breaking hyphen", "LAP\u20111", "LAP-1"],
  ])("are the same in spite of %s", (_what, one, other) => {
    expect(matchKey(one)).toBe(matchKey(other));
  });

  test.each([
    ["LAP-1", "LAP-2"],
    ["Tîm", "Tim"],
    ["LAP1", "LAP-1"],
  ])("keep %s and %s apart", (one, other) => {
    expect(matchKey(one)).not.toBe(matchKey(other));
  });

  test("a lookalike has another plain key", () => {
    expect(plainKey("L\u0410P-1")).not.toBe(plainKey("LAP-1"));
    expect(plainKey("lap-1 ")).toBe(plainKey("LAP-1"));
  });

  test("find what nobody can see", () => {
    expect(firstInvisible("LAP\u2060-1")).toBe("\u2060");
    expect(firstInvisible("Tîm Ŵ")).toBeNull();
  });

  test("find the letter of another alphabet among Latin ones only", () => {
    expect(oddLetter("L\u0410P-1")).toBe("\u0410");
    expect(oddLetter("\u041f\u0420-1")).toBeNull();
    expect(oddLetter("Ŷ Dŵr")).toBeNull();
  });

  test.each([
    "",
    "0",
    "0000000",
    "N/A",
    "To be filled by O.E.M.",
    "Default string",
    "XXXXXX",
    "System Serial Number",
    "123456789",
  ])("a serial of %p identifies nothing", (serial) => {
    expect(serialKey(serial)).toBeNull();
  });

  test("a real serial identifies", () => {
    expect(serialKey(" 5cg1234xyz ")).toBe("5cg1234xyz");
  });
});
