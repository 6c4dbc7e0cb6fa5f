import type { Prompt } from "../../src/dialects/types.js";

const FIELDS: { readonly [name: string]: readonly [number, number] } = {
  width: [32, 1536],
  height: [32, 1536],
  guidance: [1, 20],
  steps: [10, 60],
  seed: [0, 4294967295],
  count: [1, 8],
};

export function validate(prompt: Prompt, _version: string): string[] {
  const found: string[] = [];
  for (const [label, text] of [
    ["text", prompt.text],
    ["negative", prompt.negative ?? ""],
  ] as const) {
    if (Array.from(text).length > 1500) found.push(`${label} has more than 1500 characters`);
    if (/[\r\n]/u.test(text)) found.push(`${label} has a line break`);
    if (/:\d+(?:\.\d+)?\)/u.test(text)) found.push(`${label} has a weight, which Leonardo has no syntax for`);
  }
  if (prompt.negative === null) found.push("the negative field is missing");
  for (const [name, value] of Object.entries(prompt.parameters)) {
    const range = FIELDS[name];
    if (range === undefined) found.push(`unknown field ${name}`);
    else if (!Number.isInteger(value) || Number(value) < range[0] || Number(value) > range[1]) {
      found.push(`${name}=${value} is out of range`);
    } else if ((name === "width" || name === "height") && Number(value) % 8 !== 0) {
      found.push(`${name}=${value} is no multiple of 8`);
    }
  }
  return found;
}
