import type { CourseAnswer } from "../../src/contracts/course-contract";
import { itemBank } from "../../src/domain/survey/item-bank";
import { useLanguage } from "../language/use-text";

interface Both {
  readonly en: string;
  readonly cy: string | null;
}

/** Words that are kept in both languages; without Welsh the English ones. */
export function useWords(): (words: Both) => string {
  const language = useLanguage();
  return ({ en, cy }) => (language === "cy" ? cy : null) ?? en;
}

/** All that a course is good for, in words; what the reader may not see is left out. */
export function useGoodFor(): (course: CourseAnswer) => string[] {
  const words = useWords();
  return ({ itemIds, applicationIds, skuIds, names }) => [
    ...itemBank.flatMap(({ id, text }) => (itemIds.includes(id) ? [words(text)] : [])),
    ...[...applicationIds, ...skuIds].flatMap((id) => names[id] ?? []),
  ];
}
