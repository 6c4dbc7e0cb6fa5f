import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { explainIssue } from "./explain-issue.js";

const schema = z.strictObject({
  text: z.string().check(z.minLength(1), z.maxLength(3)),
  count: z.optional(z.int().check(z.maximum(9))),
  names: z.optional(z.array(z.enum(["a", "b"])).check(z.maxLength(2))),
  source: z.optional(
    z.union([z.strictObject({ url: z.string() }), z.strictObject({ inner: z.object({ id: z.number() }) })]),
  ),
});

function explained(input: unknown): string {
  const result = schema.safeParse(input);
  const { where, message } = explainIssue(result.error?.issues ?? [], input);
  return `${where}|${message}`;
}

describe("explainIssue", () => {
  it.each([
    [{}, "text|is missing"],
    [{ text: 4 }, "text|has to be a text"],
    [{ text: "" }, "text|has to say something"],
    [{ text: "four" }, "text|has to have at most 3 characters"],
    [{ text: "a", count: 1.5 }, "count|has to be a whole number"],
    [{ text: "a", count: 10 }, "count|has to be at most 9"],
    [{ text: "a", names: ["a", "c"] }, "names[1]|has to be a or b"],
    [{ text: "a", names: ["a", "a", "a"] }, "names|has to have at most 2 entries"],
    [{ text: "a", more: 1 }, '|does not take "more"'],
    [[], "|has to be an object"],
    [{ text: "a", source: { inner: { id: "x" } } }, "source.inner.id|has to be a number"],
  ])("%j is %s", (input, words) => expect(explained(input)).toBe(words));
});
