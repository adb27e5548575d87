import { createHash, createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { EnvironmentError } from "./environment";
import type { SettingName } from "./setting";

/** A setting by its name, with the path that it gives. */
interface PathSetting {
  readonly name: SettingName;
  readonly path: string;
}

export interface CertificatePair {
  readonly key: KeyObject;
  /** SHA-256 of the certificate. */
  readonly thumbprint: Buffer;
}

/** @throws EnvironmentError when the certificate or its key cannot be read, or are not of the same pair */
export function readCertificatePair(certificateAt: PathSetting, keyAt: PathSetting): CertificatePair {
  const certificate = read(certificateAt, (pem) => new X509Certificate(pem));
  const key = read(keyAt, (pem) => createPrivateKey(pem));
  if (!certificate.checkPrivateKey(key)) {
    throw new EnvironmentError([`${keyAt.name} is not the key of the certificate ${certificateAt.name}`]);
  }
  return { key, thumbprint: createHash("sha256").update(certificate.raw).digest() };
}

function read<T>({ name, path }: PathSetting, parse: (pem: Buffer) => T): T {
  try {
    return parse(readFileSync(path));
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? ` (${error.code})` : "";
    throw new EnvironmentError([`${name} cannot be read as PEM${code}`]);
  }
}
