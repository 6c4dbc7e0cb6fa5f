import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { StyleAnswer } from "../../app/exchange.js";
import { DEFAULT_SLOTS, styleOf } from "../../app/style.js";
import { chooseTargets } from "../../app/targets.js";
import { ImpromptError } from "../../base/error.js";
import type { Slot } from "../../blueprint/recipe/recipe.js";
import { blueprintSchema } from "../schemas/blueprint.js";
import { HARBOUR, LIGHTHOUSE } from "../schemas/example.js";
import { facetField, targetsField } from "../schemas/fields.js";
import { MAX_SLOTS, MAX_STYLE_SOURCES, MAX_STYLE_TERMS, MAX_WORDS } from "../schemas/limits.js";
import { styleAnswerSchema } from "../schemas/mixing.js";
import { compilePaced } from "./answer/paced.js";
import { wrongField } from "./answer/refusals.js";
import { post } from "./route.js";

const reference = z.strictObject({
  name: z.string().min(1).max(200).describe("What an outlier is called by: a file's name, say."),
  blueprint: blueprintSchema,
  measurements: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("Of a description: its figures as they are."),
});

const slot = z.strictObject({
  name: z.string().min(1).max(64).describe("A letter, then letters, digits, - or _."),
  facet: facetField.optional().describe("The facet of that name unless said."),
  default: z.string().max(MAX_WORDS).optional().describe("Makes the slot optional."),
});

const request = z.strictObject({
  references: z.array(reference).min(2).max(MAX_STYLE_SOURCES),
  slots: z.array(slot).max(MAX_SLOTS).optional().describe("What is left open; the subject unless said."),
  name: z.string().min(1).max(200).optional().describe('What the recipe is called; "style" unless said.'),
  targets: targetsField,
});

function slotOf({ name, facet, default: fallback }: z.infer<typeof slot>): Slot {
  const known = facetField.safeParse(facet ?? name);
  if (!known.success) {
    throw new ImpromptError("invalid-option", `"${name}" needs a facet`, { where: "slots" });
  }
  const base = { name, facet: known.data };
  return fallback === undefined
    ? { ...base, required: true }
    : { ...base, default: fallback, required: false };
}

/** `POST /api/v1/style`: what references share. */
export function mountStyle(app: OpenAPIHono): void {
  const references = [
    { name: "harbour.jpg", blueprint: HARBOUR },
    { name: "lighthouse.jpg", blueprint: LIGHTHOUSE },
  ];
  const route = {
    path: "/api/v1/style",
    tag: "Styles",
    summary: "The style that references share, as a recipe with open slots",
    description: `Of 2 to ${MAX_STYLE_SOURCES} references with ${MAX_STYLE_TERMS} phrases in all. From four on, those that do not go with the others are named.`,
    request,
    response: styleAnswerSchema,
    examples: {
      two: { summary: "Two references", value: { references, name: "dusk", targets: ["sdxl"] } },
      slots: {
        summary: "Two open slots",
        value: {
          references,
          slots: [{ name: "subject" }, { name: "place", facet: "setting", default: "by the sea" }],
          targets: ["flux"],
        },
      },
    },
    refusals: {
      alone: wrongField(
        "Only one",
        { references: references.slice(0, 1) },
        "references",
        "has to have at least 2 entries",
      ),
    },
  };
  post(
    app,
    route,
    async ({ references: sources, slots, name, targets: names }, signal): Promise<StyleAnswer> => {
      const targets = await chooseTargets(names);
      const terms = sources.reduce((sum, { blueprint }) => sum + blueprint.terms.length, 0);
      if (terms > MAX_STYLE_TERMS) {
        throw new ImpromptError(
          "input-too-large",
          `the references have more than ${MAX_STYLE_TERMS} phrases in all`,
          {
            hint: "Leave some out.",
          },
        );
      }
      const { consensus, recipe, preview } = styleOf(
        sources,
        slots?.map(slotOf) ?? DEFAULT_SLOTS,
        name ?? "style",
      );
      return { consensus, recipe, prompts: await compilePaced(preview, targets, signal) };
    },
  );
}
