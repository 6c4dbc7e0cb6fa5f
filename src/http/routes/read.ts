import type { OpenAPIHono } from "@hono/zod-openapi";
import { createRoute } from "@hono/zod-openapi";
import type { HttpContext } from "../context.js";
import { clientOf } from "../guard/client.js";
import type { Gate } from "../guard/gate.js";
import { PICTURE } from "../schemas/example.js";
import { readFormSchema, readingSchema, readRequestSchema } from "../schemas/picture.js";
import { problemResponses } from "./answer/problems.js";
import { pictureRefusals } from "./answer/refusals.js";
import { asPicture } from "./intake/as-picture.js";
import { readPictureRequest } from "./intake/picture-request.js";
import { bodyOf, SECURITY } from "./route.js";

const path = "/api/v1/read";

const refusals = pictureRefusals({});

const examples = { plain: { summary: "A picture", value: { image: PICTURE, name: "harbour.png" } } };

const definition = createRoute({
  method: "post",
  operationId: "read",
  path,
  tags: ["Pictures"],
  summary: "Only what the file itself carries",
  description:
    "The true prompt and its settings, who made it, what people wrote about it, how it was exposed. No word is measured.",
  security: SECURITY,
  request: {
    body: {
      required: true,
      content: {
        "application/json": bodyOf(readRequestSchema, examples, refusals),
        "multipart/form-data": {
          schema: readFormSchema,
          examples: { picture: { summary: "As a form", value: { image: PICTURE } } },
        },
      },
    },
  },
  responses: {
    200: { description: "What the file carries", content: { "application/json": { schema: readingSchema } } },
    ...problemResponses(path, "picture", refusals),
  },
});

/** `POST /api/v1/read`: what a file carries. */
export function mountRead(app: OpenAPIHono, context: HttpContext, gate: Gate): void {
  app.openAPIRegistry.registerPath(definition);
  app.post(path, async (c) => {
    const { picture } = await readPictureRequest(c, readRequestSchema, context.fetchPicture);
    const reading = await gate.run(clientOf(c), c.req.raw.signal, async (signal) =>
      context.describer.read(asPicture(await picture(signal)), { signal }),
    );
    return c.json(reading);
  });
}
