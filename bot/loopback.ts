import { isLoopbackHost } from "../src/platform/loopback";

/** The address of a peer, which Node also writes as IPv4 within IPv6. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return isLoopbackHost(address?.replace(/^::ffff:/i, "") ?? "");
}

/** An http(s) address on this machine, without a name or password that could hide another host. */
export function isLoopbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== "http:" && protocol !== "https:") return false;
  return username === "" && password === "" && isLoopbackHost(hostname);
}
