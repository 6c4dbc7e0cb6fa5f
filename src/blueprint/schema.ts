import { z } from "zod";
import { ImpromptError } from "../base/error.js";
import { MAX_WEIGHT, MIN_WEIGHT } from "./build.js";
import { FACETS } from "./facets.js";
import type { Blueprint } from "./types.js";

const unit = z.number().min(0).max(1);

const region = z.strictObject({ x: unit, y: unit, width: unit, height: unit });

const evidence = z.strictObject({
  source: z.string().min(1),
  score: z.number().optional(),
  region: region.optional(),
  note: z.string().optional(),
});

const term = z.strictObject({
  id: z.string().min(1),
  facet: z.enum(FACETS),
  text: z.string().min(1),
  weight: z.number().min(MIN_WEIGHT).max(MAX_WEIGHT),
  confidence: unit,
  polarity: z.enum(["include", "exclude"]),
  pinned: z.boolean().optional(),
  hypothesis: z.boolean().optional(),
  evidence: z.array(evidence),
});

const parameters = z.strictObject({
  model: z.string().optional(),
  modelHash: z.string().optional(),
  vae: z.string().optional(),
  sampler: z.string().optional(),
  scheduler: z.string().optional(),
  steps: z.number().optional(),
  cfgScale: z.number().optional(),
  seed: z.string().optional(),
  size: z.strictObject({ width: z.number(), height: z.number() }).optional(),
  clipSkip: z.number().optional(),
  denoisingStrength: z.number().optional(),
  loras: z.array(z.strictObject({ name: z.string(), weight: z.number().optional() })).optional(),
  version: z.string().optional(),
});

const recovered = z.strictObject({
  tool: z.string(),
  prompt: z.string(),
  negative: z.string(),
  parameters,
  confidence: unit,
});

const side = z.int().min(1);

/** The published shape of a blueprint, version 1; also `schema/blueprint.json`. */
export const blueprintSchema: z.ZodType<unknown> = z
  .strictObject({
    version: z.literal(1),
    terms: z.array(term),
    frame: z.strictObject({ width: side, height: side }),
    palette: z.array(
      z.strictObject({ hex: z.string().regex(/^#[0-9a-f]{6}$/), name: z.string(), share: unit }),
    ),
    recovered: recovered.optional(),
    references: z.array(
      z.strictObject({
        role: z.enum(["style", "character", "image"]),
        url: z.string(),
        weight: z.number().optional(),
      }),
    ),
  })
  .refine((value) => new Set(value.terms.map(({ id }) => id)).size === value.terms.length, {
    message: "two terms have the same id",
    path: ["terms"],
  });

/**
 * A blueprint from outside, checked once.
 *
 * @throws ImpromptError `invalid-blueprint`, naming the first path that is wrong
 */
export function parseBlueprint(value: unknown): Blueprint {
  const result = blueprintSchema.safeParse(value);
  if (result.success) return result.data as Blueprint;
  const issue = result.error.issues[0];
  const where = issue === undefined ? "" : `${issue.path.join(".") || "the document"}: ${issue.message}`;
  throw new ImpromptError("invalid-blueprint", `this is not a blueprint (${where})`, {
    hint: "schema/blueprint.json tells the shape.",
  });
}
