import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isA1111Text, parseA1111Text } from "./a1111-text.js";

const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .filter((text) => text.trim() === text && !/\p{Cc}/u.test(text));
const prompt = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"));
const isFree = (text: string): boolean => !/(?:^|\n)(?:Negative prompt:|Steps: *\d)/.test(text);

describe("parseA1111Text", () => {
  it("gives prompt and negative to the letter", () => {
    fc.assert(
      fc.property(prompt.filter(isFree), prompt.filter(isFree), (positive, negative) => {
        const parsed = parseA1111Text(
          `${positive}\nNegative prompt: ${negative}\nSteps: 20, Sampler: Euler a, Seed: 7`,
        );
        expect(parsed).toEqual({
          prompt: positive,
          negative,
          settings: [
            ["Steps", "20"],
            ["Sampler", "Euler a"],
            ["Seed", "7"],
          ],
        });
      }),
    );
  });

  it("keeps carriage returns and blanks inside, and drops those at the ends", () => {
    const parsed = parseA1111Text("a fox, \r\nat dusk \r\n\nNegative prompt: blur, \r\n\nSteps: 4, Seed: 1");
    expect(parsed.prompt).toBe("a fox, \r\nat dusk");
    expect(parsed.negative).toBe("blur,");
  });

  it("takes the last settings line, whatever the prompt says of steps", () => {
    const parsed = parseA1111Text("Steps: stone stairs\nSteps: 9 of them\nSteps: 30, Seed: 5");
    expect(parsed.prompt).toBe("Steps: stone stairs\nSteps: 9 of them");
    expect(parsed.settings[0]).toEqual(["Steps", "30"]);
  });

  it("undoes quotes and keeps JSON values whole", () => {
    const { settings } = parseA1111Text(
      'x\nSteps: 20, Lora hashes: "a: 1, b: 2", Hashes: {"model": "0a", "lora": ["x, y"]}, TI: "say \\"hi\\"", Last: 1',
    );
    expect(settings).toEqual([
      ["Steps", "20"],
      ["Lora hashes", "a: 1, b: 2"],
      ["Hashes", '{"model": "0a", "lora": ["x, y"]}'],
      ["TI", 'say "hi"'],
      ["Last", "1"],
    ]);
  });

  it("gives text without a key to the value before it", () => {
    const { settings } = parseA1111Text(
      "x\nSteps: 20, Model: night, day & dawn, Seed: 3\nTemplate: one, two",
    );
    expect(Object.fromEntries(settings)).toEqual({
      Steps: "20",
      Model: "night, day & dawn",
      Seed: "3",
      Template: "one, two",
    });
  });

  it("takes a text without settings as the prompt", () => {
    expect(parseA1111Text("just a fox")).toEqual({ prompt: "just a fox", negative: "", settings: [] });
    expect(parseA1111Text("Negative prompt: fog\nSteps: 1, Seed: 2")).toMatchObject({
      prompt: "",
      negative: "fog",
    });
  });

  it("stays linear on hostile settings", () => {
    const hostile = `x\nSteps: 1, ${'A:{"'.repeat(300_000)}${",".repeat(300_000)}`;
    expect(parseA1111Text(hostile).prompt).toBe("x");
  });
});

describe("isA1111Text", () => {
  it("asks for settings or a negative prompt on a line of their own", () => {
    expect(isA1111Text("a\nSteps: 20, Seed: 1")).toBe(true);
    expect(isA1111Text("a\nNegative prompt: b")).toBe(true);
    expect(isA1111Text("a photo of steps, Steps: 20")).toBe(false);
    expect(isA1111Text("Steps: to heaven")).toBe(false);
  });
});
