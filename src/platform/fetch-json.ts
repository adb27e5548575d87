const withinMs = 4_000;
const longest = 1024 * 1024;

/**
 * A small JSON document of a service that we trust to be there, not to behave: it may be down, slow, huge or garbage.
 * @throws whatever went wrong, a redirect included
 */
export async function fetchJson(url: string, timeoutMs = withinMs): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: "application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok || response.body === null) throw new Error(`answered ${response.status}`);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body) {
    size += piece.length;
    if (size > longest) throw new Error("answered more than it should");
    pieces.push(piece);
  }
  return JSON.parse(Buffer.concat(pieces).toString("utf8"));
}
