import { codePointOf, firstInvisible } from "./match-key";
import { Refusal } from "./refusal";

/** What turns the text around it (Unicode TR 9: embeddings, overrides, isolates). Right-to-left letters need none of it. */
const turning = /[\u202A-\u202E\u2066-\u2069]/u;

/**
 * An identifier (asset tag, serial, reference) holds nothing that cannot be seen: two would look alike, or one pass for
 * another. What a record has already it keeps.
 * @param field as requests name it
 * @throws Refusal invalid `character-hidden`
 */
export function refuseHidden(field: string, text: string | null, before: string | null = null): void {
  if (text !== null && text !== before) refuse(field, firstInvisible(text));
}

/**
 * A name may have signs that join letters or emoji, but nothing that makes it read in another order than it is kept.
 * @throws Refusal as `refuseHidden`
 */
export function refuseTurned(field: string, text: string, before: string | null = null): void {
  if (text !== before) refuse(field, turning.exec(text)?.[0] ?? null);
}

function refuse(path: string, sign: string | null): void {
  if (sign === null) return;
  const found = codePointOf(sign);
  const fields = [{ path, message: `must not hold ${found}, which cannot be seen` }];
  throw new Refusal("invalid", "character-hidden", { sign: found }, fields);
}
