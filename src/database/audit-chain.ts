import { hash } from "node:crypto";
import { randomBits } from "../platform/ids";

/*
 * How the audit log is chained, version 1. What names people or was typed by them stands behind a salted commitment
 * only: with the salt gone, nothing in the chain says what it was, and the chain verifies all the same. Hashes that are
 * stored depend on every byte of this; a change is a new version beside it.
 */

/** What comes before the first event. */
export const chainStart = "0".repeat(64);

/** The part of an event that an erasure can take away. Texts as they are stored. */
export interface EventContent {
  readonly salt: string;
  readonly actorId: string;
  readonly subjectId: string;
  readonly changes: string;
  readonly reason: string;
}

/** The part of an event that stays for ever. */
export interface EventLink {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly door: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly contentHash: string;
  /** Of what this event redacted in others; '' for all the events that redact nothing. */
  readonly redactionDigest: string;
}

/** 128 bits: whoever does not have it cannot try out what a commitment stands for. */
export function newSalt(): string {
  return randomBits().toString("base64url");
}

export function contentHashOf({ salt, actorId, subjectId, changes, reason }: EventContent): string {
  return sha256(["toolroll-audit-content-1", salt, actorId, subjectId, changes, reason]);
}

/** The hash of an event over its own content and that of the event before it. */
export function linkHashOf(previousHash: string, seq: number, link: Omit<EventLink, "seq">): string {
  return hash("sha256", `${linkStart}${previousHash}",${seq},${linkEndOf(link)}`, "hex");
}

/** What is hashed for a link is this, the hash before, `",`, the sequence number, `,` and `linkEndOf`: an array in JSON. */
export const linkStart = '["toolroll-audit-link-1","';

/** The part that is known before the event has its place in the chain. */
export function linkEndOf(link: Omit<EventLink, "seq">): string {
  const { id, at, door, action, subjectKind, contentHash, redactionDigest } = link;
  return JSON.stringify([id, at, door, action, subjectKind, contentHash, redactionDigest]).slice(1);
}

/** One figure for everything that one redaction put in the place of what was there, in the order of the events. */
export function redactionDigestOf(
  redacted: readonly { readonly seq: number; readonly contentHash: string }[],
): string {
  const lines = [...redacted].sort((a, b) => a.seq - b.seq);
  return sha256([
    "toolroll-audit-redaction-1",
    ...lines.flatMap(({ seq, contentHash }) => [seq, contentHash]),
  ]);
}

function sha256(parts: readonly (string | number)[]): string {
  return hash("sha256", JSON.stringify(parts), "hex");
}
