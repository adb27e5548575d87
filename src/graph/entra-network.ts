import type { INetworkModule, NetworkRequestOptions } from "@azure/msal-node";
import { realOrigins } from "../platform/microsoft-origins";

const withinMs = 10_000;

/**
 * How MSAL reaches Entra ID. MSAL takes no authority over http, so the stand-in of a test or of `npm run dev` is put in
 * here, under the real authority.
 * @param origin of Entra ID or of what stands in for it
 */
export function entraNetwork(origin: string): INetworkModule {
  return {
    sendGetRequestAsync: (url, options) => send(origin, "GET", url, options),
    sendPostRequestAsync: (url, options) => send(origin, "POST", url, options),
  };
}

async function send<T>(origin: string, method: string, url: string, options?: NetworkRequestOptions) {
  const { origin: asked, pathname, search } = new URL(url);
  if (asked !== realOrigins.entra) throw new Error("MSAL asked another place than Entra ID");
  const response = await fetch(origin + pathname + search, {
    method,
    ...(options?.headers && { headers: options.headers }),
    ...(options?.body && { body: options.body }),
    redirect: "error",
    signal: AbortSignal.timeout(withinMs),
  });
  const headers = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: readBody(response.status, await response.text()) as T };
}

/** An empty object would pass for an answer with an empty token; MSAL has to see an error. */
function readBody(status: number, text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null) return body;
  } catch {
    // A page for people; the status says more than it.
  }
  return { error: "server_error", error_description: `answered ${status} without JSON` };
}
