import type { Prompt } from "../../src/dialects/types.js";
import { fewestTokens, readA1111 } from "./a1111-text.js";

export interface DiffusionRules {
  /** Tokens that the encoder reads. */
  readonly tokens: number;
  readonly negative: boolean;
  /** Whether a size suits the model, beyond being a multiple of 8 within 64 to 2048. */
  readonly suits: (width: number, height: number) => boolean;
  readonly clipSkip: boolean;
}

const RANGES: { readonly [name: string]: readonly [number, number] } = {
  width: [64, 2048],
  height: [64, 2048],
  steps: [1, 150],
  "cfg-scale": [0, 30],
  seed: [0, 4294967295],
  "clip-skip": [1, 12],
};

function validateText(label: string, text: string, tokens: number): string[] {
  const { plain, violations } = readA1111(text);
  const found = violations.map((violation) => `${label}: ${violation}`);
  if (fewestTokens(plain) > tokens) found.push(`${label}: more than ${tokens} tokens in any vocabulary`);
  if (/^[\s,]|[\s,]$|,\s*,/u.test(plain)) found.push(`${label}: a stray comma or space`);
  return found;
}

function validateFields(prompt: Prompt, rules: DiffusionRules): string[] {
  const found: string[] = [];
  for (const [name, value] of Object.entries(prompt.parameters)) {
    const range = RANGES[name];
    if (name === "sampler" || name === "scheduler") {
      if (typeof value !== "string" || value === "") found.push(`${name} is no name`);
    } else if (range === undefined || (name === "clip-skip" && !rules.clipSkip)) {
      found.push(`unknown field ${name}`);
    } else if (typeof value !== "number" || value < range[0] || value > range[1]) {
      found.push(`${name}=${value} is out of range`);
    } else if (name !== "cfg-scale" && !Number.isInteger(value)) {
      found.push(`${name}=${value} is no whole number`);
    }
  }
  const { width, height } = prompt.parameters;
  if (typeof width !== "number" || typeof height !== "number") return [...found, "no size"];
  if (width % 8 !== 0 || height % 8 !== 0) found.push(`${width}x${height} is not on multiples of 8`);
  if (!rules.suits(width, height)) found.push(`${width}x${height} does not suit the model`);
  return found;
}

/** Rules that the Stable Diffusion family shares, as AUTOMATIC1111 and diffusers hold them. */
export function validateDiffusion(prompt: Prompt, rules: DiffusionRules): string[] {
  const found = [...validateText("text", prompt.text, rules.tokens), ...validateFields(prompt, rules)];
  if (rules.negative) {
    if (prompt.negative === null) found.push("the negative field is missing");
    else found.push(...validateText("negative", prompt.negative, rules.tokens));
  } else if (prompt.negative !== null) {
    found.push("a negative prompt has no effect without guidance");
  }
  if (prompt.budget.used > rules.tokens) found.push(`${prompt.budget.used} tokens by its own count`);
  if (prompt.warnings.filter(({ code }) => code === "budget-estimated").length !== 1) {
    found.push("the estimate is not told exactly once");
  }
  return found;
}

/** Both sides on multiples of 64 and the area within a third of what the model was trained at. */
export function nearArea(area: number): (width: number, height: number) => boolean {
  return (width, height) =>
    width % 64 === 0 && height % 64 === 0 && Math.abs(Math.log((width * height) / area)) < Math.log(4 / 3);
}
