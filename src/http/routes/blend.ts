import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { BlendAnswer } from "../../app/exchange.js";
import { chooseTargets } from "../../app/targets.js";
import { ImpromptError } from "../../base/error.js";
import type { BlendInput, BlendMode } from "../../blueprint/blend/blend.js";
import { blend } from "../../blueprint/blend/blend.js";
import type { FacetChoice } from "../../blueprint/blend/choose-facets.js";
import { HARBOUR, LIGHTHOUSE } from "../schemas/example.js";
import { facetField, targetsField } from "../schemas/fields.js";
import { blendAnswerSchema } from "../schemas/mixing.js";
import { compilePaced, paced } from "./answer/paced.js";
import { wrongField } from "./answer/refusals.js";
import { blueprintOf, EITHER_MATERIAL, materialFields } from "./intake/material.js";
import { post } from "./route.js";

const source = z
  .strictObject({
    ...materialFields,
    weight: z.number().positive().max(1000).optional().describe("1 unless said; only the proportion counts."),
  })
  .openapi({ ...EITHER_MATERIAL });

const request = z.strictObject({
  sources: z.array(source).min(2).max(5),
  mode: z
    .enum(["auto", "weight", "facets"])
    .optional()
    .describe(
      '"facets": as take says; "weight": all of all, louder by weight; "auto": each facet from the source that is surest and richest there. "facets" where take is there, else "auto".',
    ),
  take: z
    .partialRecord(facetField, z.int().min(0).max(4))
    .optional()
    .describe("Which source each facet comes from, 0 being the first. The others of its bucket go along."),
  targets: targetsField,
});

function modeOf({ mode, take }: z.infer<typeof request>): BlendMode {
  if (take !== undefined && mode !== undefined && mode !== "facets") {
    throw new ImpromptError("invalid-option", `stands for facets, and the mode is "${mode}"`, {
      where: "take",
      hint: "Leave one of them out.",
    });
  }
  if (mode === "facets" || take !== undefined) return { mode: "facets", from: (take ?? {}) as FacetChoice };
  return { mode: mode ?? "auto" };
}

/** `POST /api/v1/blend`: one blueprint of several. */
export function mountBlend(app: OpenAPIHono): void {
  const sources = [{ blueprint: HARBOUR }, { blueprint: LIGHTHOUSE }];
  const route = {
    path: "/api/v1/blend",
    tag: "Blueprints",
    summary: "One blueprint of two to five",
    description: "What contradicts a surer phrase of another source is dropped, and told as a conflict.",
    request,
    response: blendAnswerSchema,
    examples: {
      auto: { summary: "The best of each", value: { sources, targets: ["sdxl"] } },
      chosen: {
        summary: "Facets from a text",
        value: {
          sources: [{ blueprint: HARBOUR }, { text: "charcoal drawing of a fox, harsh light" }],
          take: { lighting: 1, medium: 1 },
          targets: ["flux"],
        },
      },
      weighed: {
        summary: "All of all, by weight",
        value: {
          sources: [{ blueprint: HARBOUR, weight: 2 }, { blueprint: LIGHTHOUSE }],
          mode: "weight",
          targets: ["midjourney"],
        },
      },
    },
    refusals: {
      alone: wrongField(
        "Only one",
        { sources: sources.slice(0, 1) },
        "sources",
        "has to have at least 2 entries",
      ),
    },
  };
  post(app, route, async (fields, signal): Promise<BlendAnswer> => {
    const mode = modeOf(fields);
    const targets = await chooseTargets(fields.targets);
    const inputs = await paced(
      fields.sources,
      signal,
      (each, index): BlendInput => ({
        blueprint: blueprintOf(each, `sources[${index}]`),
        ...(each.weight === undefined ? {} : { weight: each.weight }),
      }),
    );
    const blended = blend(inputs, mode);
    return { ...blended, prompts: await compilePaced(blended.blueprint, targets, signal) };
  });
}
