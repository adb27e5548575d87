import { Refusal } from "../domain/refusal";

/** The tag of a record's version, quoted as the header wants it, so that it can be sent back as it is. */
export function etagOf(version: number): string {
  return `"v${version}"`;
}

/** Adds the tag to a record on its way out. */
export function withEtag<T extends { readonly version: number }>(record: T): T & { etag: string } {
  return Object.assign(record, { etag: etagOf(record.version) });
}

/**
 * The version that an `If-Match` header names; quotes and a weak mark may be missing or there.
 * @throws Refusal invalid `if-match-missing`; stale for a tag that was never ours
 */
export function versionOf(ifMatch: string | undefined): number {
  if (!ifMatch) throw new Refusal("invalid", "if-match-missing");
  const version = /^(?:W\/)?"?v(\d{1,9})"?$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw new Refusal("stale", "stale");
  return Number(version);
}
