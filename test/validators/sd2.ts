import type { Prompt } from "../../src/dialects/types.js";
import { nearArea, validateDiffusion } from "./stable-diffusion.js";

export function validate(prompt: Prompt, version: string): string[] {
  const side = version === "2.1-base" ? 512 : 768;
  return validateDiffusion(prompt, {
    tokens: 75,
    negative: true,
    suits: nearArea(side * side),
    clipSkip: false,
  });
}
