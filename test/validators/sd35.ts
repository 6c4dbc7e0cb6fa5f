import type { Prompt } from "../../src/dialects/types.js";
import { nearArea, validateDiffusion } from "./stable-diffusion.js";

export function validate(prompt: Prompt, version: string): string[] {
  const negative = version !== "large-turbo";
  return validateDiffusion(prompt, { tokens: 256, negative, suits: nearArea(1024 * 1024), clipSkip: false });
}
