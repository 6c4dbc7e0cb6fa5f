import type { OpenAPIHono } from "@hono/zod-openapi";
import { createRoute, z } from "@hono/zod-openapi";
import type { Description } from "../../app/describe.js";
import type { HttpContext } from "../context.js";
import type { Gate } from "../guard/gate.js";
import { problemResponses } from "../routes/answer/problems.js";
import { wrongField } from "../routes/answer/refusals.js";
import { asPicture } from "../routes/intake/as-picture.js";
import { check } from "../routes/intake/check.js";
import { readJson } from "../routes/intake/read-json.js";
import { bodyOf, SECURITY } from "../routes/route.js";
import { PICTURE } from "../schemas/example.js";
import { warningsField } from "../schemas/prompt.js";
import { clipModels, optionsFor, originOf } from "./engine.js";
import { pngInfoOf } from "./generation-text.js";
import { dropInRefusals, imageField } from "./request.js";
import { promptOf } from "./selections.js";
import { withPicture } from "./with-picture.js";

const interrogatePath = "/sdapi/v1/interrogate";
const pngInfoPath = "/sdapi/v1/png-info";

const interrogateRequest = z.object({
  image: imageField,
  model: z.enum(["clip", "deepdanbooru"]).default("clip"),
});

const interrogateRefusals = {
  ...dropInRefusals(),
  unknownModel: wrongField(
    "A model that there is not",
    { image: PICTURE, model: "blip" },
    "model",
    "has to be clip or deepdanbooru",
  ),
};

const interrogate = createRoute({
  method: "post",
  operationId: "webUiInterrogate",
  path: interrogatePath,
  tags: ["Drop-in"],
  summary: "AUTOMATIC1111: a picture as a prompt or as tags",
  description:
    "For clip the file's own prompt where it carries one, else what CLIP says where its weights are on the server, else the prompt for Stable Diffusion 1.5; for deepdanbooru tags in alphabetical order, spaces for underscores, parentheses escaped.",
  security: SECURITY,
  request: {
    body: {
      required: true,
      content: {
        "application/json": bodyOf(
          interrogateRequest,
          {
            clip: {
              summary: "A prompt",
              value: { image: `data:image/png;base64,${PICTURE}`, model: "clip" },
            },
            tags: { summary: "Tags", value: { image: PICTURE, model: "deepdanbooru" } },
          },
          interrogateRefusals,
        ),
      },
    },
  },
  responses: {
    200: {
      description: "The caption",
      content: {
        "application/json": {
          schema: z
            .strictObject({ caption: z.string(), engine: z.string(), warnings: warningsField })
            .openapi("Interrogated"),
        },
      },
    },
    ...problemResponses(interrogatePath, "picture", interrogateRefusals),
  },
});

const pngInfoRequest = z.object({ image: imageField });

const pngInfo = createRoute({
  method: "post",
  operationId: "webUiPngInfo",
  path: pngInfoPath,
  tags: ["Drop-in"],
  summary: "AUTOMATIC1111: the generation text of a file",
  description:
    "Of a file that another tool wrote the text is put together from what it says, and a warning tells so; its own texts stand in items.",
  security: SECURITY,
  request: {
    body: {
      required: true,
      content: {
        "application/json": bodyOf(
          pngInfoRequest,
          { ownText: { summary: "A file with its prompt", value: { image: PICTURE } } },
          dropInRefusals(),
        ),
      },
    },
  },
  responses: {
    200: {
      description: "What the file carries",
      content: {
        "application/json": {
          schema: z
            .strictObject({
              info: z.string(),
              items: z.record(z.string(), z.string()),
              parameters: z.record(z.string(), z.string()),
              warnings: warningsField,
            })
            .openapi("PngInfo"),
        },
      },
    },
    ...problemResponses(pngInfoPath, "picture", dropInRefusals()),
  },
});

const SURE = 0.5;

/**
 * Phrases as DeepDanbooru's tags look in the web UI.
 *
 * @source AUTOMATIC1111/stable-diffusion-webui, modules/deepbooru.py, with the web UI's default settings
 */
function tagsOf({ blueprint }: Description): string {
  const tags = blueprint.terms
    .filter(({ polarity, confidence }) => polarity === "include" && confidence >= SURE)
    .map(({ text }) =>
      text
        .toLowerCase()
        .replace(/[_,\s]+/gu, " ")
        .trim(),
    );
  return [...new Set(tags)]
    .sort()
    .map((tag) => tag.replace(/[\\()]/gu, "\\$&"))
    .join(", ");
}

/** The routes of AUTOMATIC1111's web UI that read pictures. */
export function mountWebUi(app: OpenAPIHono, context: HttpContext, gate: Gate): void {
  app.openAPIRegistry.registerPath(interrogate);
  app.post(interrogatePath, async (c) => {
    const { image, model } = check(interrogateRequest, await readJson(c));
    const present = await clipModels(context);
    const options = optionsFor(model, "fast", present);
    const description = await withPicture(c, gate, image, (picture, work) =>
      context.describer.describe(picture, options, work),
    );
    const caption = model === "deepdanbooru" ? tagsOf(description) : await promptOf(description, "best");
    return c.json({ caption, ...originOf(model, description, present) });
  });
  app.openAPIRegistry.registerPath(pngInfo);
  app.post(pngInfoPath, async (c) => {
    const { image } = check(pngInfoRequest, await readJson(c));
    const { recovered, warnings } = await withPicture(c, gate, image, (picture, work) =>
      context.describer.read(asPicture(picture), work),
    );
    const { composed, ...told } = pngInfoOf(recovered);
    const message = `${recovered?.tool} wrote this file; the generation text is put together from what it says`;
    return c.json({
      ...told,
      warnings: composed ? [...warnings, { code: "syntax-approximated", message, where: "info" }] : warnings,
    });
  });
}
