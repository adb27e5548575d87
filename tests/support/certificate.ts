import { sign } from "node:crypto";
import type { KeyPair } from "./token-maker";

/** The smallest X.509 certificate that signs itself, as PEM; Node reads certificates but makes none. */
export function selfSigned({ privateKey, publicKey }: KeyPair): string {
  const sha256WithRsa = sequence(Buffer.from("06092a864886f70d01010b0500", "hex"));
  const name = sequence(
    set(sequence(Buffer.concat([Buffer.from("0603550403", "hex"), tagged(0x0c, "toolroll")]))),
  );
  const validity = sequence(Buffer.concat([tagged(0x17, "250101000000Z"), tagged(0x17, "400101000000Z")]));
  const spki = publicKey.export({ type: "spki", format: "der" });
  const serial = Buffer.from("020101", "hex");
  const body = sequence(Buffer.concat([serial, sha256WithRsa, name, validity, name, spki]));
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign("RSA-SHA256", body, privateKey)]));
  const der = sequence(Buffer.concat([body, sha256WithRsa, signature]));
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}

const sequence = (content: Buffer) => tagged(0x30, content);
const set = (content: Buffer) => tagged(0x31, content);

function tagged(tag: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content);
  const { length } = bytes;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), bytes]);
}
