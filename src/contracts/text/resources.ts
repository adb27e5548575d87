import type { Bilingual, Language } from "./bilingual";

type Words = Readonly<Record<string, string>>;
export type Resources = Record<Language, { translation: Record<string, string> }>;

/** Features as i18next takes them: flat keys `feature.key`, so `keySeparator` is off. */
export function resourcesOf(
  features: Readonly<Record<string, Bilingual<Record<string, string>>>>,
): Resources {
  const flat = (language: Language) => {
    const translation: Record<string, string> = {};
    for (const [feature, texts] of Object.entries(features)) {
      const words: Words = texts[language];
      for (const key of Object.keys(words)) translation[`${feature}.${key}`] = words[key] ?? "";
    }
    return { translation };
  };
  return { en: flat("en"), cy: flat("cy") };
}
