import * as z from "zod/mini";
import { ImpromptError } from "../base/error.js";
import { MAX_WEIGHT, MIN_WEIGHT } from "./build.js";
import { FACETS } from "./facets.js";
import type { Blueprint } from "./types.js";

const unit = z.number().check(z.minimum(0), z.maximum(1));

const region = z.strictObject({ x: unit, y: unit, width: unit, height: unit });

const evidence = z.strictObject({
  source: z.string().check(z.minLength(1)),
  score: z.optional(z.number()),
  region: z.optional(region),
  note: z.optional(z.string()),
});

const term = z.strictObject({
  id: z.string().check(z.minLength(1)),
  facet: z.enum(FACETS),
  text: z.string().check(z.minLength(1)),
  weight: z.number().check(z.minimum(MIN_WEIGHT), z.maximum(MAX_WEIGHT)),
  confidence: unit,
  polarity: z.enum(["include", "exclude"]),
  pinned: z.optional(z.boolean()),
  hypothesis: z.optional(z.boolean()),
  evidence: z.array(evidence),
});

const parameters = z.strictObject({
  model: z.optional(z.string()),
  modelHash: z.optional(z.string()),
  vae: z.optional(z.string()),
  sampler: z.optional(z.string()),
  scheduler: z.optional(z.string()),
  steps: z.optional(z.number()),
  cfgScale: z.optional(z.number()),
  seed: z.optional(z.string()),
  size: z.optional(z.strictObject({ width: z.number(), height: z.number() })),
  clipSkip: z.optional(z.number()),
  denoisingStrength: z.optional(z.number()),
  loras: z.optional(z.array(z.strictObject({ name: z.string(), weight: z.optional(z.number()) }))),
  version: z.optional(z.string()),
});

const recovered = z.strictObject({
  tool: z.string(),
  prompt: z.string(),
  negative: z.string(),
  parameters,
  confidence: unit,
});

const side = z.int().check(z.minimum(1));

const frame = z.strictObject({ width: side, height: side });

const palette = z.array(
  z.strictObject({ hex: z.string().check(z.regex(/^#[0-9a-f]{6}$/)), name: z.string(), share: unit }),
);

/** Shapes that other documents share with the blueprint. */
export const termSchema: z.ZodMiniType<unknown> = term;
export const frameSchema: z.ZodMiniType<unknown> = frame;
export const paletteSchema: z.ZodMiniType<unknown> = palette;

/** The published shape of a blueprint, version 1; also `schema/blueprint.json`. */
export const blueprintSchema: z.ZodMiniType<unknown> = z
  .strictObject({
    version: z.literal(1),
    terms: z.array(term),
    frame,
    palette,
    recovered: z.optional(recovered),
    references: z.array(
      z.strictObject({
        role: z.enum(["style", "character", "image"]),
        url: z.string(),
        weight: z.optional(z.number()),
      }),
    ),
  })
  .check(
    z.refine(
      (value: { readonly terms: readonly { readonly id: string }[] }) =>
        new Set(value.terms.map(({ id }) => id)).size === value.terms.length,
      {
        message: "two terms have the same id",
        path: ["terms"],
      },
    ),
  );

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
