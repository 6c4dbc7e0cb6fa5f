import { z } from "@hono/zod-openapi";
import type { Refusal } from "../routes/answer/problems.js";
import { pictureRefusals, wrongField } from "../routes/answer/refusals.js";

export const imageField: z.ZodType<string> = z
  .string()
  .describe("The picture: base64, with or without a data: prefix; white space is taken.");

/** What every drop-in route refuses. */
export function dropInRefusals(): { readonly [name: string]: Refusal } {
  const { garbled } = pictureRefusals({});
  return {
    ...(garbled === undefined ? {} : { garbled }),
    noImage: wrongField("No picture", {}, "image", "is missing"),
  };
}
