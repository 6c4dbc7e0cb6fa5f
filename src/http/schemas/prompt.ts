import { z } from "@hono/zod-openapi";

/** Answers that every door gives: prompts, warnings, places in a text. */

export const spanSchema: z.ZodType = z
  .strictObject({
    start: z.int().min(0).describe("UTF-16 offset of the first character."),
    end: z.int().min(0).describe("UTF-16 offset behind the last one."),
  })
  .openapi("Span", { description: "A run of a text." });

export const warningSchema: z.ZodType = z
  .strictObject({
    code: z.string().describe('What kind of loss, such as "phrase-dropped" or "parameter-clamped".'),
    message: z.string().describe("One sentence, without the final full stop."),
    where: z.string().optional().describe("A target, a file's block, a facet."),
    termId: z.string().optional().describe("The phrase that it is about."),
    span: spanSchema.optional(),
  })
  .openapi("Warning", { description: "What was dropped or approximated on the way." });

export const warningsField: z.ZodType = z.array(warningSchema);

export const settingsSchema: z.ZodType = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .openapi("Settings", {
    description: "Settings by the target's own parameter names.",
    example: { "aspect-ratio": "3:2" },
  });

const promptSchema = z
  .strictObject({
    target: z.string().describe('"name" for the default version, else "name@version".'),
    text: z.string().describe("Ready to paste; parameters that the target takes in its text stand in it."),
    negative: z.string().nullable().describe("The negative prompt's field; null where the target has none."),
    parameters: settingsSchema,
    warnings: warningsField,
    budget: z.strictObject({
      unit: z.string().describe('"token", "character" or "word".'),
      used: z.number(),
      max: z.number(),
    }),
    spans: z
      .array(z.strictObject({ start: z.int(), end: z.int(), termId: z.string() }))
      .describe("Which run of the text says which phrase."),
  })
  .openapi("Prompt", { description: "What is pasted into, or sent to, a generator." });

export const promptsField: z.ZodType = z.array(promptSchema);
