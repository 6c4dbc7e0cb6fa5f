import type { OpenAPIHono } from "@hono/zod-openapi";
import { createRoute, z } from "@hono/zod-openapi";
import type { Description } from "../../app/describe.js";
import type { OnStage } from "../../app/stage.js";
import type { HttpContext } from "../context.js";
import { clientOf } from "../guard/client.js";
import type { Gate } from "../guard/gate.js";
import { PICTURE } from "../schemas/example.js";
import {
  describeFormSchema,
  describeRequestSchema,
  descriptionSchema,
  stageSchema,
} from "../schemas/picture.js";
import { problemSchema } from "../schemas/problem.js";
import { problemResponses } from "./answer/problems.js";
import { noWeights, pictureRefusals, unknownTarget, wrongField } from "./answer/refusals.js";
import { streamStages } from "./answer/stream-stages.js";
import { describerOptions, readPictureRequest } from "./intake/picture-request.js";
import { bodyOf, SECURITY } from "./route.js";

const path = "/api/v1/describe";

const refusals = {
  ...pictureRefusals({}),
  unknownTarget: unknownTarget({ image: PICTURE, targets: ["midjorney"] }),
  noWeights: noWeights({ image: PICTURE, engine: "clip" }),
  unsure: wrongField(
    "A number out of range",
    { image: PICTURE, minConfidence: 2 },
    "minConfidence",
    "has to be at most 1",
  ),
};

const examples = {
  options: {
    summary: "With options",
    value: {
      image: `data:image/png;base64,${PICTURE}`,
      name: "harbour.png",
      targets: ["flux", "midjourney"],
      subject: "fishing boats in an old harbour",
      set: ["lighting=low warm sun"],
      drop: ["quality"],
    },
  },
  clip: {
    summary: "With CLIP, where its weights are on the server",
    value: {
      image: PICTURE,
      engine: "auto",
      artists: "off",
      caption: "boats in a harbour",
      targets: ["sdxl"],
    },
  },
  plain: { summary: "A picture alone", value: { image: PICTURE } },
};

const form = {
  picture: {
    summary: "As a form",
    value: { image: PICTURE, targets: "flux, midjourney", styleOnly: "true" },
  },
};

const definition = createRoute({
  method: "post",
  operationId: "describe",
  path,
  tags: ["Pictures"],
  summary: "A picture, described",
  description:
    'The true prompt if the file carries it, the blueprint with the evidence of each phrase, and a prompt for each target. Where CLIP or a vision model is on the server, also what that sees. With Accept: text/event-stream the answer is a stream: an event "stage" for each stage, then "done" with the description, or "problem"; a comment every 15 seconds; who closes it ends the work.',
  security: SECURITY,
  request: {
    body: {
      required: true,
      content: {
        "application/json": bodyOf(describeRequestSchema, examples, refusals),
        "multipart/form-data": { schema: describeFormSchema, examples: form },
      },
    },
  },
  responses: {
    200: {
      description: "The picture, described",
      content: {
        "application/json": { schema: descriptionSchema },
        "text/event-stream": {
          schema: z
            .union([stageSchema, descriptionSchema, problemSchema])
            .describe('The data of one event: of "stage", of "done", of "problem".'),
          examples: {
            fused: { summary: 'The data of an event "stage"', value: { stage: "fused", terms: 9 } },
          },
        },
      },
    },
    ...problemResponses(path, "picture", refusals),
  },
});

/** `POST /api/v1/describe`: a picture, described, at once or stage by stage. */
export function mountDescribe(app: OpenAPIHono, context: HttpContext, gate: Gate): void {
  app.openAPIRegistry.registerPath(definition);
  app.post(path, async (c) => {
    const { fields, picture } = await readPictureRequest(c, describeRequestSchema, context.fetchPicture);
    const options = await describerOptions(fields);
    const work = (client: AbortSignal, onStage?: OnStage): Promise<Description> =>
      gate.run(clientOf(c), client, async (signal) =>
        context.describer.describe(await picture(signal), options, {
          signal,
          ...(onStage === undefined ? {} : { onStage }),
        }),
      );
    if (/\btext\/event-stream\b/iu.test(c.req.header("accept") ?? "")) {
      return streamStages(path, c.req.raw.signal, work);
    }
    return c.json(await work(c.req.raw.signal));
  });
}
