import { createInstance, type FormatterModule, type i18n as I18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, languages } from "../../src/contracts/text/bilingual";
import type { features } from "../../src/contracts/text/catalogue";
import { resourcesOf } from "../../src/contracts/text/resources";
import { shellWords } from "./words-of-shell";

export const i18n: I18n = createInstance();

let chosen = false;

/** Numbers within a sentence are written as everywhere else: 1,186 people. */
const numberWriter: FormatterModule = {
  type: "formatter",
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown) =>
    typeof value === "number" ? new Intl.NumberFormat("en-GB").format(value) : String(value),
};

/** Language of a locale such as `cy-GB`; everything that is not Welsh reads English. */
export function languageOf(locale: string | null | undefined): Language {
  return languages.find((language) => locale?.toLowerCase().split("-")[0] === language) ?? "en";
}

/** `?lang=` first, then the browser; the host's locale may follow by `suggestLanguage`. */
export function startLanguage(): void {
  const asked = new URLSearchParams(window.location.search).get("lang");
  chosen = asked !== null;
  i18n.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  void i18n
    .use(initReactI18next)
    .use(numberWriter)
    .init({
      resources: resourcesOf(shellWords),
      lng: languageOf(asked ?? window.navigator.language),
      fallbackLng: "en",
      keySeparator: false,
      nsSeparator: false,
      initAsync: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
    });
}

/** The person's own choice wins over whatever the host says later. */
export async function chooseLanguage(language: Language): Promise<void> {
  chosen = true;
  await i18n.changeLanguage(language);
}

export async function suggestLanguage(locale: string): Promise<void> {
  if (!chosen) await i18n.changeLanguage(languageOf(locale));
}

/** The choice as it is kept in the address, or null while nobody chose. */
export function chosenLanguage(): Language | null {
  return chosen ? languageOf(i18n.language) : null;
}

/** A page's words come with the page: all of them at once would be a tenth of a first visit. */
export function addWords(words: Partial<typeof features>): void {
  for (const [language, { translation }] of Object.entries(resourcesOf(words))) {
    i18n.addResourceBundle(language, "translation", translation, true, true);
  }
}
