import type { OpenAPIHono } from "@hono/zod-openapi";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Description } from "../../app/describe.js";
import type { DescriberOptions } from "../../app/describer.js";
import type { HttpContext } from "../context.js";
import type { Gate } from "../guard/gate.js";
import { problemResponses } from "../routes/answer/problems.js";
import { wrongField } from "../routes/answer/refusals.js";
import { check } from "../routes/intake/check.js";
import { readJson } from "../routes/intake/read-json.js";
import { bodyOf, SECURITY } from "../routes/route.js";
import { PICTURE } from "../schemas/example.js";
import { warningsField } from "../schemas/prompt.js";
import { clipModels, ENGINE, MODEL_NAME, optionsFor, originOf } from "./engine.js";
import { dropInRefusals, imageField } from "./request.js";
import { analysisOf, MODES, promptOf } from "./selections.js";
import { withPicture } from "./with-picture.js";

const modelsPath = "/interrogator/models";
const promptPath = "/interrogator/prompt";
const analyzePath = "/interrogator/analyze";

/** The names that tools ask for by default, told where there are no weights; any well-formed one is taken. */
const MODELS: readonly string[] = [
  "ViT-L-14/openai",
  "ViT-H-14/laion2b_s32b_b79k",
  "ViT-bigG-14/laion2b_s39b_b160k",
  ENGINE,
];

const modelField = z
  .string()
  .max(100)
  .refine((name) => MODEL_NAME.test(name), {
    message: "has to be written as Architecture/pretraining",
  })
  .default("ViT-L-14/openai")
  .openapi({ description: 'Any name of the form "Architecture/pretraining".' });

const analyzeRequest = z.object({ image: imageField, clip_model_name: modelField });
const promptRequest = z.object({
  image: imageField,
  clip_model_name: modelField,
  mode: z.enum(MODES).default("fast"),
});

const refusals = {
  ...dropInRefusals(),
  malformedModel: wrongField(
    "No name of a model",
    { image: PICTURE, clip_model_name: "ViT-L-14" },
    "clip_model_name",
    "has to be written as Architecture/pretraining",
  ),
};
const promptRefusals = {
  ...refusals,
  unknownMode: wrongField(
    "A mode that there is not",
    { image: PICTURE, mode: "slow" },
    "mode",
    `has to be ${MODES.join(" or ")}`,
  ),
};

const origin = { engine: z.string(), warnings: warningsField };
const labels = z.record(z.string(), z.number());

const models = createRoute({
  method: "get",
  operationId: "interrogatorModels",
  path: modelsPath,
  tags: ["Drop-in"],
  summary: "clip-interrogator-ext: the models",
  description: `The CLIP models whose weights are on the server, and ${ENGINE}. Where there are none, the names that are usual: whichever is asked for, ${ENGINE} answers, and says so.`,
  security: SECURITY,
  responses: {
    200: {
      description: "The names",
      content: {
        "application/json": {
          schema: z.array(z.string()),
          examples: { names: { summary: "The names", value: MODELS } },
        },
      },
    },
    ...problemResponses(modelsPath, "nothing"),
  },
});

const prompt = createRoute({
  method: "post",
  operationId: "interrogatorPrompt",
  path: promptPath,
  tags: ["Drop-in"],
  summary: "clip-interrogator-ext: a picture as a prompt",
  description:
    "The file's own prompt where it carries one. Else what CLIP says in this mode, where its weights are on the server. Else for best all that is sure, for fast what it shows and the 32 surest phrases, for classic one medium, artist and style and three phrases beside, for negative what had better be excluded.",
  security: SECURITY,
  request: {
    body: {
      required: true,
      content: {
        "application/json": bodyOf(
          promptRequest,
          {
            best: {
              summary: "The best prompt",
              value: { image: PICTURE, clip_model_name: "ViT-L-14/openai", mode: "best" },
            },
            negative: { summary: "A negative prompt", value: { image: PICTURE, mode: "negative" } },
          },
          promptRefusals,
        ),
      },
    },
  },
  responses: {
    200: {
      description: "The prompt",
      content: {
        "application/json": {
          schema: z.strictObject({ prompt: z.string(), ...origin }).openapi("InterrogatorPrompt"),
        },
      },
    },
    ...problemResponses(promptPath, "picture", promptRefusals),
  },
});

const analyze = createRoute({
  method: "post",
  operationId: "interrogatorAnalyze",
  path: analyzePath,
  tags: ["Drop-in"],
  summary: "clip-interrogator-ext: labels with scores",
  description:
    "Up to five labels of each table; a score is the cosine similarity where CLIP's weights are on the server, else the chance that the label is true, 0 to 1.",
  security: SECURITY,
  request: {
    body: {
      required: true,
      content: {
        "application/json": bodyOf(
          analyzeRequest,
          {
            picture: { summary: "A picture", value: { image: PICTURE, clip_model_name: "ViT-L-14/openai" } },
          },
          refusals,
        ),
      },
    },
  },
  responses: {
    200: {
      description: "The labels",
      content: {
        "application/json": {
          schema: z
            .strictObject({
              medium: labels,
              artist: labels,
              movement: labels,
              trending: labels,
              flavor: labels,
              ...origin,
            })
            .openapi("InterrogatorAnalysis"),
        },
      },
    },
    ...problemResponses(analyzePath, "picture", refusals),
  },
});

/** The routes of clip-interrogator-ext. */
export function mountClipInterrogator(app: OpenAPIHono, context: HttpContext, gate: Gate): void {
  const describe = (c: Context, image: string, options: DescriberOptions): Promise<Description> =>
    withPicture(c, gate, image, (picture, work) => context.describer.describe(picture, options, work));
  app.openAPIRegistry.registerPath(models);
  app.get(modelsPath, async (c) => {
    const present = await clipModels(context);
    return c.json(present.length === 0 ? MODELS : [...present, ENGINE]);
  });
  app.openAPIRegistry.registerPath(prompt);
  app.post(promptPath, async (c) => {
    const { image, mode, clip_model_name: model } = check(promptRequest, await readJson(c));
    const present = await clipModels(context);
    const description = await describe(c, image, optionsFor(model, mode, present));
    return c.json({
      prompt: await promptOf(description, mode),
      ...originOf(model, description, present),
    });
  });
  app.openAPIRegistry.registerPath(analyze);
  app.post(analyzePath, async (c) => {
    const { image, clip_model_name: model } = check(analyzeRequest, await readJson(c));
    const present = await clipModels(context);
    // Labels need no sentence of what is shown, and no chain of phrases.
    const description = await describe(c, image, optionsFor(model, "classic", present, ""));
    return c.json({ ...analysisOf(description), ...originOf(model, description, present) });
  });
}
