import { z } from "@hono/zod-openapi";
import type { Facet } from "../../blueprint/facets.js";
import { FACETS } from "../../blueprint/facets.js";
import type { ParameterSettings } from "../../dialects/types.js";
import type { GrammarId } from "../../language/syntax/tree.js";
import { GRAMMARS } from "../../language/syntax/tree.js";
import { MAX_NAMES, MAX_PARAMETERS, MAX_TEXT, MAX_WORDS } from "./limits.js";

/** Fields that many requests share. */

export const textField: z.ZodType<string> = z
  .string()
  .min(1)
  .max(MAX_TEXT)
  .describe(`A prompt as it would be pasted, at most ${MAX_TEXT} characters.`);

export const negativeField: z.ZodType<string | undefined> = z
  .string()
  .max(MAX_TEXT)
  .optional()
  .describe(`What stands in the negative prompt's field beside the text, at most ${MAX_TEXT} characters.`);

export const grammarField: z.ZodType<GrammarId | "auto" | undefined> = z
  .enum(["auto", ...GRAMMARS])
  .optional()
  .describe("How the text is written; detected unless said.");

const name = z.string().min(1).max(100);

export const targetsField: z.ZodType<string[] | undefined> = z
  .array(name)
  .max(MAX_NAMES)
  .optional()
  .describe(
    'Target names, "name" or "name@version"; "all" stands for every one. Unless said: midjourney, sdxl, flux.',
  );

export const targetNameField: z.ZodType<string> = name.describe('A target, "name" or "name@version".');

export const facetField: z.ZodType<Facet> = z.enum(FACETS);

export const parametersField: z.ZodType<ParameterSettings | undefined> = z
  .record(z.string().max(100), z.union([z.string().max(MAX_WORDS), z.number(), z.boolean()]))
  .refine((settings) => Object.keys(settings).length <= MAX_PARAMETERS, {
    message: `has to have at most ${MAX_PARAMETERS} entries`,
  })
  .optional()
  .describe(
    `Settings by the targets' own parameter names, such as {"aspect-ratio": "16:9"}; what a target does not know is dropped with a warning. At most ${MAX_PARAMETERS}.`,
  );

export const minConfidenceField: z.ZodType<number | undefined> = z
  .number()
  .min(0)
  .max(1)
  .optional()
  .describe("Phrases below it are left out of the prompts unless pinned; 0.5 unless said.");
