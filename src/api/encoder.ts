import fastJson from "fast-json-stringify";
import { z } from "zod";
import type { Json, JsonPage, Page } from "../domain/page";
import { encodeCursor } from "./cursor";
import { etagOf } from "./etag";

type Schema = { [name: string]: unknown };

/** An answer that is JSON already, and the tag it carries. */
export interface Encoded {
  readonly json: Json;
  readonly etag?: string;
}

/**
 * A serializer of a response: the fields that its schema lists are the fields that may leave, and no row is parsed
 * again on the way out. A missing field is a fault of ours and throws. It is compiled for the first answer, because
 * those of all routes together take longer than the rest of a start.
 */
export function encoderOf(response: z.ZodType): Encode {
  return (answer) => {
    let encode = known.get(response);
    if (encode === undefined) {
      encode = compiled(response);
      known.set(response, encode);
    }
    return encode(answer);
  };
}

type Encode = (answer: unknown) => string;

/** One for each response, however many servers this process has had. */
const known = new WeakMap<z.ZodType, Encode>();

function compiled(response: z.ZodType): Encode {
  if (response instanceof z.ZodUndefined) return () => "";
  const schema = simplified(z.toJSONSchema(response, { io: "output", unrepresentable: "any" }) as Schema);
  return fastJson(schema as object);
}

/** A record as JSON text, as the hottest reads have it from the database, and its version. */
interface Stored {
  readonly json: string;
  readonly version: number;
}

/**
 * Encodes one such record.
 * @param fields what its text holds; the start stops unless these are exactly the fields of the contract
 */
export function recordEncoderOf(response: z.ZodObject, fields: readonly string[]) {
  holdTo(response, fields);
  return ({ json, version }: Stored): Encoded => ({ json, etag: etagOf(version) });
}

/** Encodes pages of such records; `fields` as for one. */
export function pageEncoderOf(response: PageShape, fields: readonly string[]) {
  holdTo(response.shape.items.element, fields);
  return ({ items, total, totalCapped, next }: JsonPage, sort: string): Encoded => {
    const cursor = JSON.stringify(next === null ? null : encodeCursor(sort, next));
    const rest = `],"total":${total},"totalCapped":${totalCapped},"nextCursor":${cursor}}`;
    return { json: around('{"items":[', items, rest) };
  };
}

/** Encodes pages of JSON texts, one for each record; `fields` as for one. */
export function textPageEncoderOf(response: PageShape, fields: readonly string[]) {
  const encode = pageEncoderOf(response, fields);
  return (page: Page<string>, sort: string) => encode({ ...page, items: page.items.join() }, sort);
}

/** JSON with its surroundings; what came as bytes stays bytes. */
export function around(before: string, json: Json, after: string): Json {
  if (typeof json === "string") return `${before}${json}${after}`;
  return Buffer.concat([Buffer.from(before), json, Buffer.from(after)]);
}

/** @throws Error at start when the contract promises other fields than will be answered */
export function holdTo(promise: z.ZodObject, fields: readonly string[]): void {
  const promised = Object.keys(promise.shape).join();
  if (promised !== fields.join()) {
    throw new Error(`A contract promises ${promised} and would be answered by ${fields.join()}`);
  }
}

type PageShape = z.ZodObject<{ items: z.ZodArray<z.ZodObject> }>;

/** Formats and patterns are for readers; the serializer would only spend time on them. */
const ignored = new Set(["$schema", "format", "pattern", "minLength", "maxLength", "minimum", "maximum"]);

function simplified(schema: unknown): Schema {
  if (Array.isArray(schema)) return schema.map(simplified) as unknown as Schema;
  if (typeof schema !== "object" || schema === null) return schema as unknown as Schema;
  const nullable = nullableOf(schema as Schema);
  if (nullable) return { ...simplified(nullable), nullable: true };
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name]) => !ignored.has(name))
      .map(([name, value]) => [
        name,
        name === "properties"
          ? Object.fromEntries(
              Object.entries(value as Schema).map(([key, inner]) => [key, simplified(inner)]),
            )
          : simplified(value),
      ]),
  );
}

/** `anyOf: [X, null]` is what zod writes for a nullable; the serializer is much faster on `nullable`. */
function nullableOf(schema: Schema): Schema | null {
  const choices = schema.anyOf as Schema[] | undefined;
  if (choices?.length !== 2 || !choices.some((choice) => choice.type === "null")) return null;
  const other = choices.find((choice) => choice.type !== "null");
  return other && typeof other.type === "string" ? other : null;
}
