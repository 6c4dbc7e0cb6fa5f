import { expect, it } from "vitest";
import { createBlueprint } from "../blueprint/build.js";
import { loadTarget } from "../dialects/registry.js";
import type { ParameterSettings } from "../dialects/types.js";
import { compileWith } from "./compile.js";
import { pasteText } from "./paste-text.js";
import { understand } from "./understand.js";

const blueprint = createBlueprint({
  frame: { width: 1024, height: 1024 },
  terms: [
    { facet: "subject", text: "a fox", weight: 1.2 },
    { facet: "text", text: "watermark", polarity: "exclude" },
  ],
});

async function paste(name: string, parameters: ParameterSettings = {}): Promise<string> {
  const target = await loadTarget(name);
  return pasteText(
    compileWith(target, blueprint, { parameters }),
    target.dialect.capabilities(target.version),
  );
}

it("writes a generation text that is read back whole", async () => {
  const text = await paste("sdxl", { seed: 7, sampler: "DPM++ 2M, SDE" });
  expect(text).toBe(
    '(a fox:1.2)\nNegative prompt: watermark\nSteps: 20, Sampler: "DPM++ 2M, SDE", CFG scale: 7, Seed: 7, Size: 1024x1024',
  );
  const read = understand(text);
  expect(read.blueprint.terms.map((term) => [term.text, term.polarity])).toEqual([
    ["a fox", "include"],
    ["watermark", "exclude"],
  ]);
  expect(read.parameters).toMatchObject({ seed: 7, steps: 20, sampler: "DPM++ 2M, SDE", width: 1024 });
});

it("leaves a text alone that holds its parameters", async () => {
  expect(await paste("midjourney", { stylize: 250 })).toBe("a fox --ar 1:1 --s 250 --no watermark");
});

it("gives other targets a line for each field", async () => {
  expect(await paste("ideogram")).toBe("A fox.\n\nNegative prompt: watermark\n\naspect-ratio: 1x1");
});
