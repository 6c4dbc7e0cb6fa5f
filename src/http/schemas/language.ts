import { z } from "@hono/zod-openapi";
import { GRAMMARS } from "../../language/syntax/tree.js";
import { blueprintSchema } from "./blueprint.js";
import { promptsField, settingsSchema, spanSchema, warningsField } from "./prompt.js";

/** Answers about a prompt's text. */

const spans = z.record(z.string(), spanSchema);

const detection = z
  .strictObject({ grammar: z.enum(GRAMMARS), confidence: z.number(), reason: z.string() })
  .openapi("Detection", { description: "How likely a text is written in a grammar, and why." });

export const parseAnswerSchema: z.ZodType = z
  .strictObject({
    detected: z.array(detection).describe("Surest first."),
    grammar: z.enum(GRAMMARS).describe("The one that the text was read in."),
    blueprint: blueprintSchema,
    parameters: settingsSchema,
    loras: z.array(
      z.strictObject({ name: z.string(), weight: z.number().optional(), span: spanSchema.optional() }),
    ),
    places: z
      .strictObject({ terms: spans, parameters: spans, references: spans })
      .describe("Where phrases (by id), parameters (by name) and references (by address) stand in the text."),
    warnings: warningsField,
  })
  .openapi("Parsed", { description: "A prompt, understood." });

export const translationSchema: z.ZodType = z
  .strictObject({
    from: z.enum([...GRAMMARS, "blueprint"]),
    blueprint: blueprintSchema,
    prompts: promptsField,
    warnings: warningsField.describe("What was lost on the way in; each prompt has its own for the way out."),
  })
  .openapi("Translation", { description: "A prompt in other words: what imprompt translate --json prints." });

const finding = z
  .strictObject({
    span: spanSchema,
    code: z.string(),
    severity: z.enum(["error", "warning", "info"]),
    what: z.string(),
    why: z.string(),
    fix: z.strictObject({ start: z.int(), end: z.int(), text: z.string() }).optional(),
  })
  .openapi("Finding", {
    description: "What is wrong at a place of a prompt, and the one edit that mends it.",
  });

export const lintAnswerSchema: z.ZodType = z
  .strictObject({ text: z.string(), findings: z.array(finding) })
  .openapi("Findings", { description: "What imprompt lint --json prints." });
