import fastJson from "fast-json-stringify";
import { z } from "zod";
import type { Page } from "../domain/page";
import { encodeCursor } from "./cursor";
import { etagOf } from "./etag";

type Schema = { [name: string]: unknown };

/**
 * Compiles a response's schema into a serializer: the fields it lists are the fields that may leave, and no row is
 * parsed again on the way out. A missing field is a fault of ours and throws.
 */
export function encoderOf(response: z.ZodType): (answer: unknown) => string {
  if (response instanceof z.ZodUndefined) return () => "";
  const schema = simplified(z.toJSONSchema(response, { io: "output", unrepresentable: "any" }) as Schema);
  return fastJson(schema as object);
}

/**
 * Encodes pages whose items are JSON text already, as the hottest lists have them from the database.
 * @param fields what that text holds; the start stops unless these and the etag are exactly the fields of the contract
 */
export function pageEncoderOf(response: PageShape, fields: readonly string[]) {
  const promised = Object.keys(response.shape.items.element.shape).join();
  if (promised !== [...fields, "etag"].join()) {
    throw new Error(`A list promises ${promised} and would answer ${fields.join()},etag`);
  }
  return (page: Page<{ readonly json: string; readonly version: number }>, sort: string): string => {
    let items = "";
    for (const { json, version } of page.items) {
      items += `${items && ","}${json.slice(0, -1)},"etag":${JSON.stringify(etagOf(version))}}`;
    }
    const next = JSON.stringify(page.next === null ? null : encodeCursor(sort, page.next));
    return `{"items":[${items}],"total":${page.total},"totalCapped":${page.totalCapped},"nextCursor":${next}}`;
  };
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
