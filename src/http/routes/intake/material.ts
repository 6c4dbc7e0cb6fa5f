import { z } from "@hono/zod-openapi";
import { sourceOfText } from "../../../app/source.js";
import { ImpromptError } from "../../../base/error.js";
import type { Blueprint } from "../../../blueprint/types.js";
import type { GrammarId } from "../../../language/syntax/tree.js";
import { blueprintSchema, checkPhrases } from "../../schemas/blueprint.js";
import { grammarField, textField } from "../../schemas/fields.js";

export interface MaterialFields {
  readonly blueprint?: Blueprint | undefined;
  readonly text?: string | undefined;
  readonly grammar?: GrammarId | "auto" | undefined;
}

/** What many requests begin with: a blueprint, or a prompt that is read first. */
export const materialFields: {
  readonly blueprint: z.ZodOptional<z.ZodType<Blueprint>>;
  readonly text: z.ZodOptional<z.ZodType<string>>;
  readonly grammar: z.ZodType<MaterialFields["grammar"]>;
} = { blueprint: blueprintSchema.optional(), text: textField.optional(), grammar: grammarField };

export const EITHER_MATERIAL: { readonly oneOf: { required: string[] }[] } = {
  oneOf: [{ required: ["blueprint"] }, { required: ["text"] }],
};

/**
 * The blueprint that a request is about.
 *
 * @param where the path of the fields in the request, empty at its top
 * @throws ImpromptError `invalid-option` for neither or both, `input-too-large`
 */
export function blueprintOf(fields: MaterialFields, where: string = ""): Blueprint {
  const { blueprint, text, grammar } = fields;
  if ((blueprint === undefined) === (text === undefined)) {
    throw new ImpromptError("invalid-option", "give either a blueprint or a text", {
      ...(where === "" ? {} : { where }),
    });
  }
  if (blueprint !== undefined) return blueprint;
  const understood = sourceOfText(text ?? "", grammar ?? "auto").blueprint;
  checkPhrases(understood);
  return understood;
}
