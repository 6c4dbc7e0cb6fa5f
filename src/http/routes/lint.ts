import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { LintAnswer } from "../../app/exchange.js";
import { lint } from "../../app/lint.js";
import { GRAMMARS } from "../../language/syntax/tree.js";
import { PROMPT } from "../schemas/example.js";
import { targetNameField, textField } from "../schemas/fields.js";
import { lintAnswerSchema } from "../schemas/language.js";
import { unknownTarget } from "./answer/refusals.js";
import { post } from "./route.js";

const request = z.strictObject({
  text: textField,
  target: targetNameField.optional(),
  grammar: z
    .enum(GRAMMARS)
    .optional()
    .describe(
      "How the text is written; the target's own way unless said, detected where there is no target either.",
    ),
});

/** `POST /api/v1/lint`: what is wrong with a prompt. */
export function mountLint(app: OpenAPIHono): void {
  const route = {
    path: "/api/v1/lint",
    tag: "Prompts",
    summary: "What is wrong with a prompt, and what mends it",
    description: "Findings in the order of the text, errors first where two begin together.",
    request,
    response: lintAnswerSchema,
    examples: {
      forTarget: { summary: "For a target", value: { text: PROMPT, target: "flux" } },
      alone: { summary: "By the rules of its grammar", value: { text: "a fox, ((snow:1.3), 8k" } },
    },
    refusals: { unknownTarget: unknownTarget({ text: "a fox", target: "midjorney" }) },
  };
  post(app, route, async ({ text, target, grammar }): Promise<LintAnswer> => {
    const findings = await lint(text, {
      ...(target === undefined ? {} : { target }),
      ...(grammar === undefined ? {} : { grammar }),
    });
    return { text, findings };
  });
}
