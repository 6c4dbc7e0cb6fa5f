import type { OpenAPIHono, z } from "@hono/zod-openapi";
import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Refusal } from "./answer/problems.js";
import { problemResponses } from "./answer/problems.js";
import { check } from "./intake/check.js";
import { readJson } from "./intake/read-json.js";

export interface RequestExample {
  readonly summary: string;
  readonly value: unknown;
}

/** A route that takes JSON and answers JSON, and how it is described. */
export interface PostRoute<Input> {
  readonly path: string;
  /** The group that it is listed in. */
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly request: z.ZodType<Input>;
  readonly response: z.ZodType;
  /** Requests that are answered with 200. */
  readonly examples: { readonly [name: string]: RequestExample };
  readonly refusals: { readonly [name: string]: Refusal };
}

/** A token where the server was started with one, else none. */
export const SECURITY: { [scheme: string]: string[] }[] = [{ bearer: [] }, {}];

/** A JSON body as it is described: those examples that are answered, and those that are refused. */
export function bodyOf<S extends z.ZodType>(
  schema: S,
  examples: { readonly [name: string]: RequestExample },
  refusals: { readonly [name: string]: Refusal },
): { schema: S; examples: { [name: string]: { summary: string; value: unknown } } } {
  const all = [...Object.entries(examples), ...Object.entries(refusals)];
  return {
    schema,
    examples: Object.fromEntries(all.map(([name, { summary, value }]) => [name, { summary, value }])),
  };
}

/** Puts a route on the app and into its description. */
export function post<Input>(
  app: OpenAPIHono,
  route: PostRoute<Input>,
  answer: (input: Input, signal: AbortSignal) => Promise<object>,
): void {
  const { path, tag, summary, description, request, response, examples, refusals } = route;
  const body = bodyOf(request, examples, refusals);
  app.openAPIRegistry.registerPath(
    createRoute({
      method: "post",
      operationId: path.slice(path.lastIndexOf("/") + 1),
      path,
      tags: [tag],
      summary,
      description,
      security: SECURITY,
      request: { body: { required: true, content: { "application/json": body } } },
      responses: {
        200: { description: summary, content: { "application/json": { schema: response } } },
        ...problemResponses(path, "text", refusals),
      },
    }),
  );
  app.post(path, async (c: Context) =>
    c.json(await answer(check(request, await readJson(c)), c.req.raw.signal)),
  );
}
