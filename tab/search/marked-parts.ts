import { searchKey } from "../../src/domain/search";

export interface Part {
  readonly text: string;
  readonly found: boolean;
}

/** A text cut where what was typed stands in it, so that it can be seen why it was found: `sian` in Siân. */
export function markedParts(text: string, typed: string): readonly Part[] {
  const wanted = searchKey(typed);
  const letters = Array.from(text);
  // White space at the edge of a letter would be trimmed away, so each letter is folded between two others.
  const folded = letters.map((letter) => searchKey(`x${letter}x`).slice(1, -1));
  const starts: number[] = [];
  let joined = "";
  for (const letter of folded) {
    starts.push(joined.length);
    joined += letter;
  }
  const at = wanted === "" ? -1 : joined.indexOf(wanted);
  if (at < 0) return [{ text, found: false }];
  const first = starts.findLastIndex((start) => start <= at);
  const after = starts.findIndex((start) => start >= at + wanted.length);
  const end = after < 0 ? letters.length : after;
  return [
    { text: letters.slice(0, first).join(""), found: false },
    { text: letters.slice(first, end).join(""), found: true },
    { text: letters.slice(end).join(""), found: false },
  ].filter((part) => part.text !== "");
}
