import * as z from "zod/mini";
import { ImpromptError } from "../../base/error.js";
import { explainIssue } from "../../base/explain-issue.js";
import { MAX_WEIGHT, MIN_WEIGHT } from "../build.js";
import type { Edit } from "../edit.js";
import { FACETS } from "../facets.js";
import { frameSchema, paletteSchema, termSchema } from "../schema.js";

/** Batches within batches; deeper ones are refused before they are looked at. */
const DEEPEST = 8;

const id = z.string().check(z.minLength(1));
const text = z.string().check(z.minLength(1));
const why = z.optional(z.string());
const at = z.optional(z.int().check(z.minimum(0)));
const weight = z.number().check(z.minimum(MIN_WEIGHT), z.maximum(MAX_WEIGHT));

const simple = [
  z.strictObject({ kind: z.literal("add"), term: termSchema, at }),
  z.strictObject({ kind: z.literal("remove"), id, why }),
  z.strictObject({ kind: z.literal("replace"), id, text, why }),
  z.strictObject({ kind: z.literal("substitute"), id, term: termSchema, why }),
  z.strictObject({ kind: z.literal("weigh"), id, weight }),
  z.strictObject({ kind: z.literal("pin"), id, pinned: z.boolean() }),
  z.strictObject({ kind: z.literal("move"), id, facet: z.optional(z.enum(FACETS)), at }),
  z.strictObject({ kind: z.literal("exclude"), id }),
  z.strictObject({ kind: z.literal("include"), id }),
  z.strictObject({ kind: z.literal("swatches"), swatches: paletteSchema }),
  z.strictObject({ kind: z.literal("frame"), frame: frameSchema }),
] as const;

const batch = z.strictObject({
  kind: z.literal("batch"),
  label: z.string(),
  edits: z.array(z.lazy((): z.ZodMiniType<unknown> => editSchema)),
});

/** The shape of an edit; that its ids are there is for `applyEdit` to say. */
export const editSchema: z.ZodMiniType<unknown> = z.discriminatedUnion("kind", [...simple, batch]);

/** How many batches stand around the innermost edit, looked at no deeper than one too many. */
function depthOf(value: unknown): number {
  let layer: unknown[] = [value];
  for (let depth = 0; ; depth += 1) {
    layer = layer.flatMap((edit) => {
      const inner = typeof edit === "object" && edit !== null && "edits" in edit ? edit.edits : undefined;
      return Array.isArray(inner) ? inner : [];
    });
    if (layer.length === 0 || depth > DEEPEST) return depth;
  }
}

function refuse(where: string): never {
  throw new ImpromptError("invalid-option", `this is not an edit (${where})`, {
    hint: 'An edit has a kind, such as {"kind": "weigh", "id": "lighting/neon-light", "weight": 1.2}.',
  });
}

/**
 * An edit from outside, checked once.
 *
 * @throws ImpromptError `invalid-option`, naming the first path that is wrong, or for batches nested more than 8 deep
 */
export function parseEdit(value: unknown): Edit {
  if (depthOf(value) > DEEPEST) refuse(`batches are nested more than ${DEEPEST} deep`);
  const result = editSchema.safeParse(value);
  if (result.success) return result.data as Edit;
  const { where, message } = explainIssue(result.error.issues, value);
  return refuse(`${where === "" ? "it" : where} ${message}`);
}
