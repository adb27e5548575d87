import { createHash, randomBytes } from "node:crypto";

/** Begins every secret that stands in an address, so that logs and scanners know one when they see it. */
const prefix = "tcal_";

/** 256 random bits that may stand in an address. */
export function newAddressSecret(): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** What is kept of a secret; no salt, because there is nothing in it to guess. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A text that may hold such secrets, without them. */
export function withoutAddressSecrets(text: string): string {
  return text.replace(/tcal_[\w-]+/gi, "[secret]");
}
