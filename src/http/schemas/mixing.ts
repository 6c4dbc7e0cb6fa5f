import { z } from "@hono/zod-openapi";
import { FACETS } from "../../blueprint/facets.js";
import { VARIATION_AXES } from "../../blueprint/vary/axis.js";
import { blueprintSchema, editSchema, recipeSchema, termSchema } from "./blueprint.js";
import { promptsField, warningsField } from "./prompt.js";

/** Answers that are blueprints made of others. */

export const compileAnswerSchema: z.ZodType = z.strictObject({ prompts: promptsField }).openapi("Compiled");

const said = z.array(z.strictObject({ text: z.string(), from: z.string() }));

export const blendAnswerSchema: z.ZodType = z
  .strictObject({
    blueprint: blueprintSchema,
    conflicts: z.array(
      z.strictObject({
        kind: z.enum(["axis", "polarity", "subjects"]),
        about: z.string(),
        kept: said,
        lost: said,
        message: z.string(),
      }),
    ),
    prompts: promptsField,
  })
  .openapi("Blended", { description: "One blueprint of several, and where they do not go together." });

export const varyAnswerSchema: z.ZodType = z
  .strictObject({
    variations: z.array(
      z.strictObject({
        blueprint: blueprintSchema,
        difference: z.string().describe("From the original, in words."),
        distance: z.number(),
        prompts: promptsField,
      }),
    ),
    permutations: z
      .array(
        z.strictObject({
          axis: z.enum(VARIATION_AXES),
          termIds: z.array(z.string()),
          options: z.array(z.string()),
          text: z.string().describe('"{soft light, backlight}"'),
        }),
      )
      .describe("The same as Midjourney's sets, an axis each."),
  })
  .openapi("Varied");

const figures = z.strictObject({
  count: z.number(),
  min: z.number(),
  median: z.number(),
  max: z.number(),
  mean: z.number(),
  deviation: z.number(),
});

const swatch = z.strictObject({ hex: z.string(), name: z.string(), share: z.number(), references: z.int() });

const consensus = z
  .strictObject({
    references: z.int(),
    phrases: z.array(
      z.strictObject({
        facet: z.enum(FACETS),
        text: z.string(),
        polarity: z.enum(["include", "exclude"]),
        share: z.number(),
        references: z.int(),
        weight: z.number(),
        confidence: z.number(),
        hypothesis: z.boolean().optional(),
      }),
    ),
    palette: z.array(swatch),
    measurements: z.record(z.string(), figures).describe("How each figure spreads over the references."),
    frame: z.strictObject({ width: z.int(), height: z.int() }),
    outliers: z.array(z.strictObject({ name: z.string(), distance: z.number(), reason: z.string() })),
  })
  .openapi("StyleConsensus", {
    description: "What the references have in common, and which do not go with the others.",
  });

export const styleAnswerSchema: z.ZodType = z
  .strictObject({
    consensus,
    recipe: recipeSchema,
    prompts: promptsField.describe("The recipe with its slots still open."),
  })
  .openapi("Styled");

export const fillAnswerSchema: z.ZodType = z
  .strictObject({
    filled: z.array(
      z.strictObject({ blueprint: blueprintSchema, prompts: promptsField, warnings: warningsField }),
    ),
  })
  .openapi("Filled", { description: "One filling for each row, in their order." });

export const negativeAnswerSchema: z.ZodType = z
  .strictObject({
    blueprint: blueprintSchema,
    added: z.array(termSchema).describe("The exclusions that are new."),
    prompts: promptsField,
  })
  .openapi("Negated");

export const editAnswerSchema: z.ZodType = z
  .strictObject({
    blueprint: blueprintSchema,
    inverse: editSchema.describe("Takes all of them back."),
    words: z.array(z.string()).describe("Each edit in words."),
  })
  .openapi("Edited");
