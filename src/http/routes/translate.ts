import { setImmediate } from "node:timers/promises";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { PrintAllOptions, Translation } from "../../app/translate.js";
import { expandNames, translateBlueprint, translateUnderstood } from "../../app/translate.js";
import { understand } from "../../app/understand.js";
import { ImpromptError } from "../../base/error.js";
import { WEIGHT_GRAMMARS } from "../../dialects/grammars/weight-syntax.js";
import { checkPhrases } from "../schemas/blueprint.js";
import { HARBOUR, PROMPT } from "../schemas/example.js";
import { grammarField, negativeField, parametersField } from "../schemas/fields.js";
import { translationSchema } from "../schemas/language.js";
import { MAX_NAMES } from "../schemas/limits.js";
import { paced } from "./answer/paced.js";
import { neither, unknownTarget } from "./answer/refusals.js";
import { EITHER_MATERIAL, materialFields } from "./intake/material.js";
import { post } from "./route.js";

const request = z
  .strictObject({
    blueprint: materialFields.blueprint,
    text: materialFields.text,
    from: grammarField,
    to: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(MAX_NAMES)
      .describe(
        'Targets ("name", "name@version", "all") and grammars; a name that is both means the target, "grammar:midjourney" the grammar.',
      ),
    negative: negativeField,
    grammar: z
      .enum(WEIGHT_GRAMMARS)
      .optional()
      .describe("Whose weight syntax a target takes that several tools run; AUTOMATIC1111's unless said."),
    parameters: parametersField,
  })
  .openapi({ ...EITHER_MATERIAL });

type Request = z.infer<typeof request>;

/** The first name at once, the rest one after another. */
async function translated(fields: Request, signal: AbortSignal): Promise<Translation> {
  const { blueprint, text, from, negative, grammar, parameters } = fields;
  if ((blueprint === undefined) === (text === undefined)) {
    throw new ImpromptError("invalid-option", "give either a blueprint or a text");
  }
  const options: Omit<PrintAllOptions, "to"> = {
    ...(grammar === undefined ? {} : { grammar }),
    ...(parameters === undefined ? {} : { parameters }),
  };
  let print: (to: readonly string[]) => Promise<Translation>;
  if (blueprint !== undefined) print = (to) => translateBlueprint(blueprint, { ...options, to });
  else {
    const read = understand(text ?? "", from ?? "auto", negative === undefined ? {} : { negative });
    checkPhrases(read.blueprint);
    print = (to) => translateUnderstood(read, { ...options, to });
  }
  await setImmediate();
  const whole = await print([]);
  const parts = await paced(expandNames(fields.to), signal, (name) => print([name]));
  return { ...whole, prompts: parts.flatMap(({ prompts }) => prompts) };
}

/** `POST /api/v1/translate`: a prompt in other words. */
export function mountTranslate(app: OpenAPIHono): void {
  const route = {
    path: "/api/v1/translate",
    tag: "Prompts",
    summary: "A prompt for other targets, or in other grammars",
    description:
      "Settings go along where the target knows them; weights become numbers of its own, or order and wording. Whatever is dropped or bent is a warning, with its place in the text where it has one.",
    request,
    response: translationSchema,
    examples: {
      text: { summary: "A prompt's text", value: { text: PROMPT, to: ["midjourney", "compel"] } },
      blueprint: {
        summary: "A blueprint in a grammar",
        value: { blueprint: HARBOUR, to: ["grammar:novelai"] },
      },
    },
    refusals: {
      neither: neither({ to: ["flux"] }),
      unknownTarget: unknownTarget({ text: "a red fox", to: ["midjorney"] }),
    },
  };
  post(app, route, translated);
}
