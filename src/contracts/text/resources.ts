import type { Bilingual, Language } from "./bilingual";

type Words = Readonly<Record<string, string>>;
export type Resources = Record<Language, { translation: Record<string, string> }>;

/** Features as i18next takes them: flat keys `feature.key`, so `keySeparator` is off. */
export function resourcesOf(
  features: Readonly<Record<string, Bilingual<Record<string, string>>>>,
): Resources {
  const flat = (language: Language) => {
    const entries = Object.entries(features).flatMap(([feature, texts]) =>
      Object.entries<string>(texts[language] as Words).map(
        ([key, text]) => [`${feature}.${key}`, text] as const,
      ),
    );
    return { translation: Object.fromEntries(entries) };
  };
  return { en: flat("en"), cy: flat("cy") };
}
