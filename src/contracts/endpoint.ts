import { z } from "zod";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Shape = z.ZodType;

/**
 * What crosses the border at one path: the only thing that server and tab share about it.
 * Path parameters are written `{id}`. `body: "csv"` takes the bytes of a file as they are.
 */
export interface Endpoint<P extends Shape, Q extends Shape, B extends Shape | "csv", R extends Shape> {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly response: R;
  /** 201 adds a `Location`; 204 sends nothing. */
  readonly status: 200 | 201 | 202 | 204;
  /** What a `Location` begins with, where what was made has another path than the one it was sent to. */
  readonly location: string | null;
  /** The update demands `If-Match`. */
  readonly ifMatch: boolean;
  /** Reachable without signing in. */
  readonly open: boolean;
  /** What the answer is written in; other than JSON it is sent as a file. */
  readonly media: string;
}

/** Some endpoint; its shapes are read back by inference. */
export type AnyEndpoint = Endpoint<Shape, Shape, Shape | "csv", Shape>;

const nothing = z.strictObject({});
type Nothing = typeof nothing;

interface Definition<P, Q, B, R> {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  readonly status?: 200 | 201 | 202 | 204;
  readonly location?: string;
  readonly ifMatch?: boolean;
  readonly open?: boolean;
  readonly media?: string;
}

export function endpoint<
  R extends Shape,
  P extends Shape = Nothing,
  Q extends Shape = Nothing,
  B extends Shape | "csv" = z.ZodUndefined,
>(definition: Definition<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return {
    status: 200,
    location: null,
    ifMatch: false,
    open: false,
    media: "application/json",
    ...definition,
    params: definition.params ?? (nothing as unknown as P),
    query: definition.query ?? (nothing as unknown as Q),
    body: definition.body ?? (z.undefined() as unknown as B),
  };
}

/** `{id}` as a path parameter. */
export const idParams = z.strictObject({ id: z.string().min(1).max(100) });

/** What a handler receives, parsed. */
export interface Input<E extends AnyEndpoint> {
  readonly params: z.output<E["params"]>;
  readonly query: z.output<E["query"]>;
  readonly body: E["body"] extends Shape ? z.output<E["body"]> : Uint8Array;
}

/** Handlers may answer with what they must not change themselves. */
type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Immutable<T[Name]> }
    : T;

/** What a handler answers with, before it is encoded. */
export type Output<E extends AnyEndpoint> = Immutable<z.input<E["response"]>>;
/** What a client gets. */
export type Answer<E extends AnyEndpoint> = z.output<E["response"]>;

/** What a client sends. */
export interface CallInput<E extends AnyEndpoint> {
  readonly params?: z.input<E["params"]>;
  readonly query?: z.input<E["query"]>;
  readonly body?: E["body"] extends Shape ? z.input<E["body"]> : Blob;
  readonly etag?: string;
}
