import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { ParseAnswer } from "../../app/exchange.js";
import { understand } from "../../app/understand.js";
import { detect } from "../../language/syntax/detect.js";
import { PROMPT } from "../schemas/example.js";
import { grammarField, negativeField, textField } from "../schemas/fields.js";
import { parseAnswerSchema } from "../schemas/language.js";
import { wrongField } from "./answer/refusals.js";
import { post } from "./route.js";

const request = z.strictObject({
  text: textField,
  grammar: grammarField,
  negative: negativeField,
  divide: z.boolean().optional().describe("Captions in one phrase become their parts; true unless said."),
});

/** `POST /api/v1/parse`: a prompt taken apart. */
export function mountParse(app: OpenAPIHono): void {
  const route = {
    path: "/api/v1/parse",
    tag: "Prompts",
    summary: "A prompt taken apart",
    description:
      'Detects the grammar, puts each phrase in its facet, and says where everything stands. Generation texts ("Negative prompt:", "Steps: 20, ...") are read whole.',
    request,
    response: parseAnswerSchema,
    examples: {
      detected: { summary: "The grammar is detected", value: { text: PROMPT } },
      midjourney: {
        summary: "A grammar that is known",
        value: { text: "a red fox::2 snow::1 --ar 3:2 --no people", grammar: "midjourney", divide: false },
      },
    },
    refusals: {
      noText: wrongField("Nothing to take apart", { text: "" }, "text", "has to say something"),
      unknownField: wrongField(
        "A field that there is not",
        { text: "a fox", to: "flux" },
        "",
        'the request does not take "to"',
      ),
    },
  };
  post(app, route, ({ text, grammar, negative, divide }): Promise<ParseAnswer> => {
    const understood = understand(text, grammar ?? "auto", {
      divide: divide ?? true,
      ...(negative === undefined ? {} : { negative }),
    });
    return Promise.resolve({ detected: detect(text), ...understood });
  });
}
