import { setImmediate } from "node:timers/promises";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { VaryAnswer } from "../../app/exchange.js";
import { chooseTargets } from "../../app/targets.js";
import { permutationsOf, variationsOf } from "../../app/vary.js";
import { ImpromptError } from "../../base/error.js";
import { VARIATION_AXES } from "../../blueprint/vary/axis.js";
import { HARBOUR } from "../schemas/example.js";
import { facetField, targetsField } from "../schemas/fields.js";
import { MAX_PROMPTS, MAX_VARIATIONS, MAX_VARIED_TERMS } from "../schemas/limits.js";
import { varyAnswerSchema } from "../schemas/mixing.js";
import { checkPrompts } from "./answer/check-prompts.js";
import { compilePaced, paced } from "./answer/paced.js";
import { neither, wrongField } from "./answer/refusals.js";
import { blueprintOf, EITHER_MATERIAL, materialFields } from "./intake/material.js";
import { post } from "./route.js";

const request = z
  .strictObject({
    ...materialFields,
    count: z
      .int()
      .min(1)
      .max(MAX_VARIATIONS)
      .optional()
      .describe("How many; 4 unless said. There may be fewer."),
    axes: z
      .array(z.enum(VARIATION_AXES))
      .min(1)
      .max(VARIATION_AXES.length)
      .optional()
      .describe("What may change: light, style, palette and camera unless said."),
    seed: z
      .int()
      .min(0)
      .max(4294967295)
      .optional()
      .describe("The same seed gives the same variations; 1 unless said."),
    keep: z.array(facetField).max(14).optional().describe("Facets that stay as they are."),
    targets: targetsField,
  })
  .openapi({ ...EITHER_MATERIAL });

async function varied(fields: z.infer<typeof request>, signal: AbortSignal): Promise<VaryAnswer> {
  const { targets: names, count, axes, seed, keep, ...material } = fields;
  const targets = await chooseTargets(names);
  const blueprint = blueprintOf(material);
  if (blueprint.terms.length > MAX_VARIED_TERMS) {
    const message = `a blueprint of more than ${MAX_VARIED_TERMS} phrases is not varied`;
    throw new ImpromptError("input-too-large", message, { hint: "Drop facets that stay as they are." });
  }
  checkPrompts(count ?? 4, targets.length, blueprint);
  const wishes = {
    ...(count === undefined ? {} : { count }),
    ...(axes === undefined ? {} : { axes }),
    ...(seed === undefined ? {} : { seed }),
    ...(keep === undefined ? {} : { keep }),
  };
  const found = variationsOf(blueprint, wishes);
  await setImmediate();
  const permutations = permutationsOf(blueprint, wishes);
  const variations = await paced(found, signal, async (variation) => ({
    ...variation,
    prompts: await compilePaced(variation.blueprint, targets, signal),
  }));
  return { variations, permutations };
}

/** `POST /api/v1/vary`: variations along axes. */
export function mountVary(app: OpenAPIHono): void {
  const route = {
    path: "/api/v1/vary",
    tag: "Blueprints",
    summary: "Variations, each with its difference in words",
    description: `Of a blueprint of at most ${MAX_VARIED_TERMS} phrases; at most ${MAX_PROMPTS} prompts in one answer. Pinned phrases and exclusions stay.`,
    request,
    response: varyAnswerSchema,
    examples: {
      four: {
        summary: "Four, by their light",
        value: { blueprint: HARBOUR, axes: ["light", "time-of-day"], targets: ["sdxl"] },
      },
      ofText: {
        summary: "Of a text",
        value: {
          text: "a red fox in the snow, soft light",
          count: 2,
          seed: 7,
          keep: ["subject"],
          targets: ["flux"],
        },
      },
    },
    refusals: {
      neither: neither({ count: 2 }),
      tooMany: wrongField("Too many", { blueprint: HARBOUR, count: 65 }, "count", "has to be at most 64"),
    },
  };
  post(app, route, varied);
}
