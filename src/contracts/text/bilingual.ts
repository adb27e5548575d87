export const languages = ["en", "cy"] as const;
export type Language = (typeof languages)[number];

type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";
type WithoutPlural<K> = K extends `${infer Stem}_${PluralForm}` ? Stem : K;
/** Every language has the form `other`; which further forms it has is its own matter. */
type NeededInAll<K> = K extends `${infer Stem}_${PluralForm}` ? `${Stem}_other` : K;

/** The texts of one feature in both languages; the key sets differ in plural forms only (a test holds them to it). */
export interface Bilingual<E extends Record<string, string>> {
  readonly en: E;
  readonly cy: Record<string, string>;
}

export function bilingual<const E extends Record<string, string>>(
  en: E,
  cy: Record<NeededInAll<keyof E & string> | (string & {}), string>,
): Bilingual<E> {
  return { en, cy };
}

/** Keys of a feature as `t()` takes them, plural forms folded into one. */
export type KeysOf<B> = B extends Bilingual<infer E> ? WithoutPlural<keyof E & string> : never;
