/** The five areas of the essential digital skills for work (UK Department for Education, national standards, 2019). */
export const digitalSkillAreas = [
  "communicating",
  "handling-information",
  "transacting",
  "problem-solving",
  "safe-and-legal",
] as const;
export type DigitalSkillArea = (typeof digitalSkillAreas)[number];

export const cultureThemes = ["customer-focused", "commercial", "flexible"] as const;
export type CultureTheme = (typeof cultureThemes)[number];

export interface ItemText {
  readonly en: string;
  readonly cy: string;
}

/** A statement that people say how confident they are of. */
export type BankItem =
  | { readonly id: string; readonly kind: "skill"; readonly area: DigitalSkillArea; readonly text: ItemText }
  | { readonly id: string; readonly kind: "application"; readonly text: ItemText }
  | { readonly id: string; readonly kind: "culture"; readonly theme: CultureTheme; readonly text: ItemText };

/** Where the name of an application of the register goes in an item of the bank. */
export const applicationPlace = "{application}";

export function textFor(item: BankItem, application: string): ItemText {
  const fill = (text: string) => text.replaceAll(applicationPlace, () => application);
  return { en: fill(item.text.en), cy: fill(item.text.cy) };
}
