import type { OpenAPIHono } from "@hono/zod-openapi";

const DESCRIPTION = `Turns any picture into a structured, editable blueprint, and the blueprint into the exact prompt that a chosen image generator understands.

Errors are problem documents (RFC 9457) with a stable code. Sizes are bounded as each field says; more is refused with 413 or 422.`;

/** `GET /openapi.json`: the description of every route, made when first asked for. */
export function mountOpenApi(app: OpenAPIHono): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description: "The token that imprompt serve printed, where it was started with one.",
  });
  let text: string | undefined;
  app.get("/openapi.json", (c) => {
    text ??= JSON.stringify(
      app.getOpenAPI31Document({
        openapi: "3.1.0",
        info: {
          title: "imprompt",
          version: "1.0.0",
          description: DESCRIPTION,
          license: { name: "Apache-2.0" },
        },
        servers: [{ url: "/" }],
        tags: [
          { name: "Pictures", description: "From a picture to words." },
          { name: "Prompts", description: "From words to words." },
          { name: "Blueprints", description: "From blueprints to a blueprint." },
          { name: "Styles", description: "From pictures to a recipe, from a recipe to prompts." },
          { name: "Drop-in", description: "What existing tools call, in the shapes that they know." },
        ],
      }),
    );
    return c.body(text, 200, { "content-type": "application/json; charset=utf-8" });
  });
}
