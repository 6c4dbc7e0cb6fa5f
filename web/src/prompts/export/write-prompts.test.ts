import type { Prompt } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { writePrompts } from "./write-prompts";

const prompt: Prompt = {
  target: "sdxl",
  text: 'a fox, text "OPEN"',
  negative: "blur",
  parameters: { width: 1024, sampler: "DPM++ 2M" },
  warnings: [{ code: "phrase-dropped", message: 'no, "this"' }],
  budget: { unit: "clip-token", used: 7, max: 75 },
  spans: [],
};
const one = { title: "SDXL", prompt, pasted: 'a fox, text "OPEN"\nNegative prompt: blur' };

describe("writePrompts", () => {
  it("writes one text alone and several under headings", () => {
    expect(writePrompts([one], "txt")).toBe('a fox, text "OPEN"\nNegative prompt: blur\n');
    expect(writePrompts([one, one], "txt")).toContain("\n# SDXL (sdxl)\n\na fox");
  });

  it("quotes what a table needs quoted, and ends lines as tables do", () => {
    const [head, line, end] = writePrompts([one], "csv").split("\r\n");
    expect(head).toBe("target,title,prompt,negative,parameters,used,limit,unit,warnings");
    expect(line).toBe(
      'sdxl,SDXL,"a fox, text ""OPEN""",blur,"{""width"":1024,""sampler"":""DPM++ 2M""}",7,75,CLIP tokens,"no, ""this"""',
    );
    expect(end).toBe("");
  });

  it("writes JSON that holds the prompts whole", () => {
    expect(JSON.parse(writePrompts([one], "json"))).toEqual([{ title: "SDXL", ...prompt }]);
  });
});
