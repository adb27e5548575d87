/** A request as the tab sent it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Handler = (asked: Asked) => Reply | Promise<Reply>;

export interface FakeServer {
  /** Everything asked so far, oldest first. */
  readonly asked: Asked[];
  /** Answers `method path`, for example `GET /api/my/kit`; a later answer to the same replaces the earlier. */
  readonly answer: (request: string, handler: Handler | Reply) => void;
  readonly askedFor: (request: string) => Asked[];
}

/** Stands in for `fetch`; what nobody answers is a 404 problem, as the server does it. */
export function startFakeServer(): FakeServer {
  const handlers = new Map<string, Handler>();
  const asked: Asked[] = [];
  globalThis.fetch = async (address, request = {}) => {
    const url = new URL(String(address), "http://tab.test");
    const one: Asked = {
      method: request.method ?? "GET",
      path: url.pathname,
      query: url.searchParams,
      headers: new Headers(request.headers),
      body: typeof request.body === "string" ? JSON.parse(request.body) : (request.body ?? undefined),
    };
    asked.push(one);
    const handler = handlers.get(`${one.method} ${one.path}`);
    return responseOf(handler === undefined ? problem(404, "There is nothing here.") : await handler(one));
  };
  return {
    asked,
    answer: (request, handler) => {
      handlers.set(request, typeof handler === "function" ? handler : () => handler);
    },
    askedFor: (request) => asked.filter(({ method, path }) => `${method} ${path}` === request),
  };
}

export function ok(body: unknown, status = 200): Reply {
  return { status, body };
}

export function page(items: readonly unknown[], total = items.length): Reply {
  return ok({ items, total, totalCapped: false, nextCursor: null });
}

/** A page of a history; `names` are those of the records that its changes point at. */
export function historyPage(items: readonly unknown[], names: Readonly<Record<string, string>> = {}): Reply {
  return ok({ items, total: items.length, totalCapped: false, nextCursor: null, names });
}

/** @param more such as the `code` that a page goes by */
export function problem(
  status: number,
  detail: string,
  more: { code?: string; challenge?: string } = {},
): Reply {
  const body = { type: "about:blank", title: "No", status, detail, code: "not-found", requestId: "req-7f3a" };
  return { status, body: { ...body, ...more } };
}

/** What the server answers who asked too much in a minute. */
export function tooFast(retryAfter: string): Reply {
  return { ...problem(429, "That was a lot at once."), headers: { "retry-after": retryAfter } };
}

/** jsdom has no `Response`; these are the members that the tab reads. */
function responseOf({ status, body, headers }: Reply): Response {
  const response = {
    ok: status < 400,
    status,
    statusText: "",
    headers: new Headers(headers),
    json: () =>
      body === undefined ? Promise.reject(new SyntaxError("no body")) : Promise.resolve(structuredCopy(body)),
  };
  return response as Response;
}

function structuredCopy(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body));
}
