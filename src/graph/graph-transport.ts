import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import { realOrigins } from "../platform/microsoft-origins";
import { whenNeeded } from "../platform/when-needed";
import type { GraphTokens } from "./graph-tokens";

/** What came over the line, whole; not judged yet. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface GraphTransport {
  /** GET without `body`, POST with one. `path` begins after the version, or is a whole link of Graph. */
  send(path: string, body?: object): Promise<RawAnswer>;
  /**
   * What a link of Graph outside the API leads to, such as the file of a report; no token goes with it.
   * @throws ForeignLink
   */
  download(link: string): Promise<RawAnswer>;
  /** A link as Graph itself would write it: one that names the stand-in becomes one of Graph. */
  asGraphs(link: string): string;
}

/** A link that would lead a request of ours to a stranger. */
export class ForeignLink extends Error {}

const usuallyWithinMs = 30_000;
/** Where Microsoft keeps the files of reports, by region: `reportsweu.office.com`. */
const reportHosts = /^reports[a-z]*\.office\.com$/;

/**
 * Microsoft's client with its own attaching of tokens, which gives none to other hosts, but without its retrying: that
 * knows 429 only in the whole answer and no cut bodies. It is loaded for the first request.
 * @param origin of Graph or of what stands in for it
 */
export function graphTransport(
  origin: string,
  tokens: Pick<GraphTokens, "current">,
  withinMs = usuallyWithinMs,
): GraphTransport {
  const requestOf = whenNeeded(async () => {
    const { AuthenticationHandler, Client, ResponseType } = await import("@microsoft/microsoft-graph-client");
    const authentication = new AuthenticationHandler({ getAccessToken: () => tokens.current() });
    authentication.setNext(terminal(origin, withinMs));
    const client = Client.initWithMiddleware({ middleware: authentication });
    return (path: string) => client.api(path).responseType(ResponseType.RAW);
  });
  return {
    async send(path, body) {
      const request = (await requestOf())(path);
      return whole((await (body === undefined ? request.get() : request.post(body))) as Response);
    },
    async download(link) {
      return whole(
        await fetch(placeOf(link, origin), { redirect: "error", signal: AbortSignal.timeout(withinMs) }),
      );
    },
    asGraphs: (link) => (isBelow(link, origin) ? realOrigins.graph + link.slice(origin.length) : link),
  };
}

function terminal(origin: string, withinMs: number): Middleware {
  return {
    async execute(context: Context) {
      const url = typeof context.request === "string" ? context.request : context.request.url;
      context.response = await fetch(placeOf(url, origin), {
        ...context.options,
        redirect: "manual",
        signal: AbortSignal.timeout(withinMs),
      });
    },
  };
}

function placeOf(link: string, origin: string): string {
  if (isBelow(link, realOrigins.graph)) return origin + link.slice(realOrigins.graph.length);
  if (isBelow(link, origin)) return link;
  const url = URL.canParse(link) ? new URL(link) : null;
  const isReport = url?.protocol === "https:" && url.port === "" && reportHosts.test(url.hostname);
  if (url !== null && isReport && origin === realOrigins.graph) return url.href;
  throw new ForeignLink("a link leads away from Graph");
}

function isBelow(link: string, origin: string): boolean {
  return link.startsWith(`${origin}/`);
}

async function whole(response: Response): Promise<RawAnswer> {
  return { status: response.status, headers: response.headers, text: await textOf(response) };
}

/** Decoded as it comes: the report of a large tenant at once would hold up everybody. */
async function textOf({ body }: Response): Promise<string> {
  if (body === null) return "";
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body as AsyncIterable<Uint8Array>)
    text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
