import type { z } from "@hono/zod-openapi";
import { ImpromptError } from "../../../base/error.js";
import { explainIssue } from "../../../base/explain-issue.js";

/**
 * A request's value as its schema has it.
 *
 * @throws ImpromptError `invalid-option` naming the first path that is wrong, and what the schema's own parsers throw
 */
export function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { where, message } = explainIssue(result.error.issues, value);
  throw new ImpromptError("invalid-option", where === "" ? `the request ${message}` : message, {
    ...(where === "" ? {} : { where }),
    hint: "The form of each request is described at /docs.",
  });
}
