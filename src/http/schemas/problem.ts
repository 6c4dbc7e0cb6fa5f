import { z } from "@hono/zod-openapi";
import { ERROR_CODES } from "../../base/error.js";

export const problemSchema: z.ZodType = z
  .strictObject({
    type: z.string().describe('"urn:imprompt:error:" and the code.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("The whole sentence, for a person."),
    code: z.enum(ERROR_CODES),
    where: z.string().optional().describe("An option, a path in the request, a file's name."),
    hint: z.string().optional().describe("What to do next."),
    instance: z.string().describe("The path that was asked for."),
  })
  .openapi("Problem", { description: "What a request that failed is answered with (RFC 9457)." });
