import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { EditAnswer } from "../../app/exchange.js";
import { ImpromptError } from "../../base/error.js";
import type { Edit } from "../../blueprint/edit.js";
import { applyEdit } from "../../blueprint/editing/apply.js";
import { describeEdit } from "../../blueprint/editing/words.js";
import type { Blueprint } from "../../blueprint/types.js";
import { blueprintSchema, checkPhrases, editSchema } from "../schemas/blueprint.js";
import { HARBOUR } from "../schemas/example.js";
import { MAX_EDITS } from "../schemas/limits.js";
import { editAnswerSchema } from "../schemas/mixing.js";
import { wrongField } from "./answer/refusals.js";
import { post } from "./route.js";

const request = z.strictObject({
  blueprint: blueprintSchema,
  edits: z
    .array(editSchema)
    .min(1)
    .max(MAX_EDITS)
    .describe(`Done in order, all or none; at most ${MAX_EDITS}, those within batches counted.`),
});

function countOf(edits: readonly Edit[]): number {
  return edits.reduce((sum, edit) => sum + (edit.kind === "batch" ? countOf(edit.edits) : 1), 0);
}

function edited(before: Blueprint, edits: readonly Edit[]): EditAnswer {
  let blueprint = before;
  const words: string[] = [];
  const inverses: Edit[] = [];
  for (const edit of edits) {
    words.push(describeEdit(edit, blueprint));
    const applied = applyEdit(blueprint, edit);
    blueprint = applied.blueprint;
    inverses.unshift(applied.inverse);
  }
  const [only] = inverses;
  const inverse: Edit =
    only !== undefined && inverses.length === 1 ? only : { kind: "batch", label: "undo", edits: inverses };
  return { blueprint, inverse, words };
}

/** `POST /api/v1/edit`: a blueprint changed. */
export function mountEdit(app: OpenAPIHono): void {
  const id = "lighting/low-warm-sun";
  const route = {
    path: "/api/v1/edit",
    tag: "Blueprints",
    summary: "A blueprint with edits done, and the edit that takes them back",
    description: "The ids of phrases stay, so that what points to them holds.",
    request,
    response: editAnswerSchema,
    examples: {
      two: {
        summary: "Two edits",
        value: {
          blueprint: HARBOUR,
          edits: [
            { kind: "weigh", id, weight: 1.3 },
            { kind: "remove", id: "atmosphere/calm-water" },
          ],
        },
      },
    },
    refusals: {
      unknownId: {
        summary: "A phrase that there is not",
        value: { blueprint: HARBOUR, edits: [{ kind: "pin", id: "lighting/neon", pinned: true }] },
        error: new ImpromptError("invalid-option", 'no term has the id "lighting/neon"'),
      },
      noEdit: wrongField(
        "Nothing to do",
        { blueprint: HARBOUR, edits: [] },
        "edits",
        "has to have at least 1 entry",
      ),
    },
  };
  post(app, route, ({ blueprint, edits }): Promise<EditAnswer> => {
    if (countOf(edits) > MAX_EDITS) {
      throw new ImpromptError("input-too-large", `more than ${MAX_EDITS} edits are not done at once`, {
        where: "edits",
        hint: "Send them in several requests.",
      });
    }
    const answer = edited(blueprint, edits);
    checkPhrases(answer.blueprint);
    return Promise.resolve(answer);
  });
}
