import { withoutInvisible } from "../match-key";

/** So long as people still tell one file from another by it. */
export const longestFileName = 200;

/**
 * What an imported file is remembered by: its name without the folders it lay in, which tell of somebody's computer, and
 * without signs that nobody sees; cut by letters. Null when nothing is left of it.
 */
export function fileNameOf(given: string | undefined): string | null {
  const name = (given ?? "").split(/[\\/]/).at(-1) ?? "";
  const visible = withoutInvisible(name.replace(/\s+/gu, " ")).trim();
  return Array.from(visible).slice(0, longestFileName).join("").trim() || null;
}
