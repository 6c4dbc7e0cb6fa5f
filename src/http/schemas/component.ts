import { z } from "@hono/zod-openapi";
import { toJSONSchema } from "zod";
import type { ZodMiniType } from "zod/mini";

type Shape = { readonly [key: string]: unknown };

/** The JSON Schema of one of the library's own schemas, as a component of this name; a schema within itself by its name. */
function shapeOf(name: string, schema: ZodMiniType): Shape {
  const { $schema: _, ...shape } = toJSONSchema(schema);
  const text = JSON.stringify(shape).replaceAll('"$ref":"#"', `"$ref":"#/components/schemas/${name}"`);
  return JSON.parse(text) as Shape;
}

/**
 * What the library checks by itself as a component of the API's description: described by the library's schema,
 * checked by its parser, whose errors come through as they are.
 */
export function component<T>(
  name: string,
  description: string,
  schema: ZodMiniType,
  parse: (value: unknown) => T,
): z.ZodType<T> {
  return z
    .unknown()
    .transform((value, context): T => {
      if (value !== undefined && value !== null) return parse(value);
      context.addIssue({ code: "custom", message: "is missing" });
      return z.NEVER;
    })
    .openapi(name, { description, ...shapeOf(name, schema) });
}
