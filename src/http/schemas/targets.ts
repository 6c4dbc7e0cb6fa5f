import { z } from "@hono/zod-openapi";

const sourceSchema = z
  .strictObject({ date: z.string(), from: z.string(), unsure: z.boolean().optional() })
  .openapi("Source", { description: "Where a figure was read, and when: vendors' facts age." });

const recommended = z.strictObject({ unit: z.string(), max: z.number(), source: sourceSchema });

const budget = z.strictObject({
  unit: z.string(),
  max: z.number(),
  recommended: recommended.optional().describe("Crossing it warns; nothing is dropped."),
  source: sourceSchema,
});

const negative = z.union([
  z.strictObject({ kind: z.literal("field"), budget }),
  z.strictObject({ kind: z.literal("parameter"), flag: z.string() }),
  z.strictObject({ kind: z.literal("none") }),
]);

const weights = z.union([
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.enum(["a1111", "double-colon"]), min: z.number(), max: z.number() }),
]);

const pixels = z.array(z.int());

const frame = z.union([
  z.strictObject({
    kind: z.literal("ratios"),
    ratios: z.array(z.string()),
    parameter: z.string(),
    source: sourceSchema,
  }),
  z.strictObject({
    kind: z.literal("any-ratio"),
    min: z.number(),
    max: z.number(),
    parameter: z.string(),
    source: sourceSchema,
  }),
  z.strictObject({ kind: z.literal("sizes"), sizes: z.array(pixels), source: sourceSchema }),
  z.strictObject({
    kind: z.literal("any-size"),
    multiple: z.number(),
    minSide: z.number(),
    maxSide: z.number(),
    area: z.number(),
    source: sourceSchema,
  }),
]);

const parameter = z.strictObject({
  name: z.string().describe('In kebab-case: "aspect-ratio", "cfg-scale".'),
  flag: z.string().optional().describe("As the target spells it, where it stands in the text."),
  type: z.enum(["integer", "number", "enum", "flag", "text"]),
  min: z.number().optional(),
  max: z.number().optional(),
  values: z.array(z.string()).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  note: z.string().optional(),
  source: sourceSchema,
});

const capabilities = z
  .strictObject({
    target: z.string(),
    version: z.string(),
    title: z.string(),
    vendor: z.string(),
    status: z.enum(["current", "legacy", "retired"]),
    form: z.enum(["tags", "prose"]),
    budget,
    negative: negative.describe("How the target takes what must not be shown."),
    weights: weights.describe("How a phrase is stressed."),
    frame: frame.describe("Which frames the target draws."),
    lettering: z.enum(["quotes", "weak"]),
    parameters: z.array(parameter),
    notes: z.array(z.string()),
  })
  .openapi("Capabilities", {
    description: "What one version of a target takes, each figure with date and source.",
  });

export const targetsAnswerSchema: z.ZodType = z
  .array(z.strictObject({ target: z.string(), defaultVersion: z.string(), versions: z.array(capabilities) }))
  .openapi("Targets", { description: "What imprompt targets --json prints." });
