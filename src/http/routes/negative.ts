import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { NegativeAnswer } from "../../app/exchange.js";
import { negativeOf } from "../../app/negative.js";
import { chooseTargets } from "../../app/targets.js";
import { PURPOSES } from "../../blueprint/negate/purposes.js";
import { HARBOUR } from "../schemas/example.js";
import { targetsField } from "../schemas/fields.js";
import { negativeAnswerSchema } from "../schemas/mixing.js";
import { compilePaced } from "./answer/paced.js";
import { neither, wrongField } from "./answer/refusals.js";
import { blueprintOf, EITHER_MATERIAL, materialFields } from "./intake/material.js";
import { post } from "./route.js";

const request = z
  .strictObject({
    ...materialFields,
    for: z
      .array(z.enum(PURPOSES))
      .max(PURPOSES.length)
      .optional()
      .describe("What the exclusions are for; quality and clean unless said."),
    derive: z.boolean().optional().describe("Also the contraries of what it shows; true unless said."),
    targets: targetsField,
  })
  .openapi({ ...EITHER_MATERIAL });

/** `POST /api/v1/negative`: exclusions that fit. */
export function mountNegative(app: OpenAPIHono): void {
  const route = {
    path: "/api/v1/negative",
    tag: "Blueprints",
    summary: "Exclusions that fit, as each target takes them",
    description: "Nothing is excluded that the blueprint shows, and nothing twice.",
    request,
    response: negativeAnswerSchema,
    examples: {
      blueprint: {
        summary: "For a blueprint",
        value: { blueprint: HARBOUR, for: ["quality", "photorealism"], targets: ["sdxl"] },
      },
      text: {
        summary: "For a text, its contraries alone",
        value: { text: "a red fox, soft light", for: [], targets: ["midjourney"] },
      },
    },
    refusals: {
      neither: neither({ derive: true }),
      purpose: wrongField(
        "A purpose that there is not",
        { text: "a fox", for: ["beauty"] },
        "for[0]",
        `has to be ${PURPOSES.join(" or ")}`,
      ),
    },
  };
  post(
    app,
    route,
    async ({ for: purposes, derive, targets: names, ...material }, signal): Promise<NegativeAnswer> => {
      const targets = await chooseTargets(names);
      const { blueprint, added } = negativeOf(blueprintOf(material), {
        ...(purposes === undefined ? {} : { purposes }),
        ...(derive === undefined ? {} : { derive }),
      });
      return { blueprint, added, prompts: await compilePaced(blueprint, targets, signal) };
    },
  );
}
