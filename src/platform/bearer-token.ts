import type { IncomingMessage } from "node:http";

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** The one token of the one `Authorization` header, the only place where tokens are taken from; null otherwise. */
export function bearerToken(request: Pick<IncomingMessage, "headersDistinct">): string | null {
  const headers = request.headersDistinct.authorization ?? [];
  const [only] = headers;
  if (headers.length !== 1 || only === undefined) return null;
  return bearer.exec(only)?.[1] ?? null;
}
