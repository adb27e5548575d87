const loopbackHosts = new Set(["127.0.0.1", "::1", "[::1]", "localhost"]);

export function isLoopbackHost(host: string): boolean {
  return loopbackHosts.has(host);
}

/** Scheme, host and port of a service on this machine, and nothing that a path or a name could add. */
export function isLoopbackOrigin(text: string): boolean {
  return isWebOrigin(text) && isLoopbackHost(new URL(text).hostname);
}

/** http(s) without path, query, fragment, name and password; a slash at the end is forgiven. */
export function isWebOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, pathname, search, hash } = new URL(text);
  const bare = `${username}${password}${search}${hash}` === "" && pathname === "/" && !/[?#@\\]/.test(text);
  return bare && (protocol === "https:" || protocol === "http:");
}
