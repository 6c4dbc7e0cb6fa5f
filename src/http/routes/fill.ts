import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { FillAnswer } from "../../app/exchange.js";
import { chooseTargets } from "../../app/targets.js";
import { ImpromptError } from "../../base/error.js";
import { fill } from "../../blueprint/recipe/fill.js";
import type { Recipe } from "../../blueprint/recipe/recipe.js";
import { checkPhrases, recipeSchema } from "../schemas/blueprint.js";
import { HARBOUR } from "../schemas/example.js";
import { targetsField } from "../schemas/fields.js";
import { MAX_PROMPTS, MAX_ROWS, MAX_WORDS } from "../schemas/limits.js";
import { fillAnswerSchema } from "../schemas/mixing.js";
import { checkPrompts } from "./answer/check-prompts.js";
import { compilePaced, paced } from "./answer/paced.js";
import { post } from "./route.js";

const values = z.record(z.string().max(64), z.string().max(MAX_WORDS));

const request = z.strictObject({
  recipe: recipeSchema,
  values: values
    .optional()
    .describe(`A value for each slot, at most ${MAX_WORDS} characters each; they outrank the rows'.`),
  rows: z.array(values).min(1).max(MAX_ROWS).optional().describe("Several fillings; one unless said."),
  targets: targetsField,
});

const RECIPE: Recipe = {
  version: 1,
  name: "dusk",
  terms: [
    {
      id: "subject/{subject}",
      facet: "subject",
      text: "{subject} by the sea",
      weight: 1,
      confidence: 1,
      polarity: "include",
      evidence: [],
    },
    ...HARBOUR.terms.filter(({ facet }) => facet === "lighting" || facet === "medium"),
  ],
  slots: [{ name: "subject", facet: "subject", required: true }],
  palette: HARBOUR.palette,
};

/** `POST /api/v1/fill`: a recipe with its slots filled. */
export function mountFill(app: OpenAPIHono): void {
  const route = {
    path: "/api/v1/fill",
    tag: "Styles",
    summary: "A recipe with its slots filled",
    description: `One filling for each row, at most ${MAX_ROWS} rows and ${MAX_PROMPTS} prompts in one answer.`,
    request,
    response: fillAnswerSchema,
    examples: {
      one: {
        summary: "One filling",
        value: { recipe: RECIPE, values: { subject: "a red fox" }, targets: ["flux"] },
      },
      rows: {
        summary: "A filling for each row",
        value: {
          recipe: RECIPE,
          rows: [{ subject: "a red fox" }, { subject: "an old man" }],
          targets: ["sdxl"],
        },
      },
    },
    refusals: {
      missing: {
        summary: "A slot without a value",
        value: { recipe: RECIPE, targets: ["flux"] },
        error: new ImpromptError("invalid-option", 'the recipe needs a value for "subject"', {
          where: "dusk",
          hint: 'Say what "subject" is to be.',
        }),
      },
    },
  };
  post(app, route, async ({ recipe, values: own, rows, targets: names }, signal): Promise<FillAnswer> => {
    const targets = await chooseTargets(names);
    checkPrompts(rows?.length ?? 1, targets.length, recipe);
    const filled = await paced(rows ?? [{}], signal, async (row) => {
      const { blueprint, warnings } = fill(recipe, { ...row, ...own });
      checkPhrases(blueprint);
      return { blueprint, prompts: await compilePaced(blueprint, targets, signal), warnings };
    });
    return { filled };
  });
}
