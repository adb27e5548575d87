import { features, type TextKey, type TextParams } from "../../src/contracts/text/catalogue";
import { resourcesOf } from "../../src/contracts/text/resources";
import { type Format, formatOf } from "../../tab/language/formatting";
import { addWords, chooseLanguage, i18n, languageOf } from "../../tab/language/i18n";

const now = new Date(2026, 10, 24, 9, 30);

function formatIn(language: "en" | "cy"): Format {
  const fixed = i18n.getFixedT(language);
  return formatOf((key: TextKey, params?: TextParams) => fixed(key, params ?? {}));
}

describe.each(["en", "cy"] as const)("in %s", (language) => {
  const format = formatIn(language);

  test("writes a day without a time zone as that day", () => {
    expect(format.date("2026-02-01")).toBe(language === "en" ? "1 Feb 2026" : "1 Chwef 2026");
  });

  test("writes an instant as the reader's clock shows it", () => {
    const instant = new Date(2026, 10, 24, 7, 5).toISOString();
    expect(format.dateTime(instant)).toBe(language === "en" ? "24 Nov 2026, 07:05" : "24 Tach 2026, 07:05");
  });

  test("writes what is not known as a dash, never as zero or today", () => {
    expect([format.date(null), format.dateTime(null), format.relative(null), format.money(null)]).toEqual([
      "–",
      "–",
      "–",
      "–",
    ]);
  });

  test("writes numbers and money as in Britain", () => {
    expect(format.number(12_345)).toBe("12,345");
    expect(format.money({ amount: "1234.50", currency: "GBP" })).toBe("£1,234.50");
  });
});

test.each([
  [0, "today", "heddiw"],
  [-1, "yesterday", "ddoe"],
  [1, "tomorrow", "yfory"],
  [-3, "3 days ago", "3 diwrnod yn ôl"],
  [-2, "2 days ago", "2 ddiwrnod yn ôl"],
  [7, "in 7 days", "ymhen 7 diwrnod"],
  [-45, "1 month ago", "1 mis yn ôl"],
  [70, "in 2 months", "ymhen 2 fis"],
  [-364, "11 months ago", "11 mis yn ôl"],
  [-366, "1 year ago", "blwyddyn yn ôl"],
  [-1200, "3 years ago", "3 blynedd yn ôl"],
])("%i days from now reads %s and %s", (days, english, welsh) => {
  const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 8).toISOString();
  expect(formatIn("en").relative(then, now)).toBe(english);
  expect(formatIn("cy").relative(then, now)).toBe(welsh);
});

test("counts calendar days: late last night is yesterday, not today", () => {
  const lateLastNight = new Date(2026, 10, 23, 23, 59).toISOString();
  expect(formatIn("en").relative(lateLastNight, now)).toBe("yesterday");
});

test("large counts within a sentence carry their comma, and still choose the plural", () => {
  expect(i18n.getFixedT("en")("checkIn.launch.count", { count: 1186 })).toBe(
    "1,186 people are asked by Toolroll in Teams.",
  );
});

test.each([
  ["cy-GB", "cy"],
  ["CY", "cy"],
  ["en-US", "en"],
  ["cymru", "en"],
  [null, "en"],
])("a host that speaks %s is answered in %s", (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test("changing the language sets it on the page, so that screen readers pronounce it", async () => {
  await chooseLanguage("cy");
  expect(document.documentElement.lang).toBe("cy");
  await chooseLanguage("en");
  expect(document.documentElement.lang).toBe("en");
});

test("a page's words arrive in both languages at once", () => {
  addWords({ kit: features.kit });
  const { en, cy } = resourcesOf({ kit: features.kit });
  expect(i18n.getResource("en", "translation", "kit.title")).toBe(en.translation["kit.title"]);
  expect(i18n.getResource("cy", "translation", "kit.title")).toBe(cy.translation["kit.title"]);
});
