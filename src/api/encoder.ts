import fastJson from "fast-json-stringify";
import { z } from "zod";

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
