import type { Request } from "express";
import { z } from "zod";
import type { AnyEndpoint } from "../contracts/endpoint";
import { pathOfUnkept, pathOfUnreadable, unkeptMessage, unreadableMessage } from "../contracts/wire";
import { type FieldProblem, Refusal } from "../domain/refusal";
import { readUpTo } from "../platform/read-body";
import { readJson } from "./read-body";

export type ParseRequest = (request: Request) => Promise<unknown>;

/** A file is read up to here; the service refuses what is longer and says where it stopped making sense. */
export const longestCsvBytes = 5 * 1024 * 1024;
export const longestJsonBytes = 1024 * 1024;

/**
 * Parses what an endpoint takes.
 * @throws Refusal invalid `request-invalid` naming each wrong value, `content-type-wrong`, `body-not-json`,
 * `body-too-large`
 */
export function parserOf(endpoint: AnyEndpoint): ParseRequest {
  const body = bodyReader(endpoint);
  return async (request) => {
    const params = parsed(endpoint.params, request.params, "");
    const query = parsed(endpoint.query, request.query, "");
    return { params, query, body: await body(request) };
  };
}

function bodyReader(endpoint: AnyEndpoint): ParseRequest {
  const { body, method } = endpoint;
  if (body === "csv") {
    return (request) => {
      // Browsers and tools call a CSV file many names; only what is certainly something else is refused.
      refuseContent(
        request,
        "text/csv",
        (type) => !/^(multipart\/|application\/([\w.+-]+\+)?json)/i.test(type),
      );
      return readUpTo(request, longestCsvBytes + 1);
    };
  }
  if (method === "GET" || body instanceof z.ZodUndefined) return async () => undefined;
  return async (request) => {
    refuseContent(request, "application/json", (type) => /^application\/([\w.+-]+\+)?json\b/i.test(type));
    return parsed(body, await readJson(request, longestJsonBytes), "");
  };
}

function refuseContent(request: Request, wanted: string, fits: (type: string) => boolean): void {
  const { "content-type": type, "content-length": length } = request.headers;
  if (type === undefined || length === "0" || fits(type)) return;
  throw new Refusal("invalid", "content-type-wrong", { wanted });
}

function parsed(schema: z.ZodType, value: unknown, root: string): unknown {
  const result = schema.safeParse(value);
  if (result.success) {
    const place = pathOfUnreadable(result.data);
    if (place === null) return result.data;
    const unkept = pathOfUnkept(result.data);
    const message = unkept === null ? unreadableMessage : unkeptMessage;
    throw invalid([{ path: (unkept ?? place).join(".") || root, message }]);
  }
  const named = (path: readonly PropertyKey[]) => (path.length === 0 ? root : path.map(String).join("."));
  const fields = result.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: named([...issue.path, key]), message: "is not known here" }))
      : [{ path: named(issue.path), message: issue.message }],
  );
  throw invalid(fields);
}

function invalid(fields: readonly FieldProblem[]): Refusal {
  return new Refusal("invalid", "request-invalid", {}, fields);
}
