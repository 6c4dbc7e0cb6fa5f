import { z } from "zod";
import { ASKED } from "./facets.js";

type Phrases = z.ZodArray<z.ZodObject<{ phrase: z.ZodString; confidence: z.ZodNumber }>>;

/**
 * What the server is told to answer with. Every key is required and no bound is given: strict modes of servers take
 * no more. What comes is read loosely all the same.
 */
const PHRASES: Phrases = z.array(z.object({ phrase: z.string(), confidence: z.number() }));

export type AnswerSchema = z.ZodObject<{ [key: string]: Phrases | z.ZodString }>;

export const ANSWER_SCHEMA: AnswerSchema = z.object({
  caption: z.string(),
  ...Object.fromEntries(ASKED.map(({ key }) => [key, PHRASES])),
});
