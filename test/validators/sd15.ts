import type { Prompt } from "../../src/dialects/types.js";
import { nearArea, validateDiffusion } from "./stable-diffusion.js";

export function validate(prompt: Prompt, _version: string): string[] {
  return validateDiffusion(prompt, {
    tokens: 75,
    negative: true,
    suits: nearArea(512 * 512),
    clipSkip: true,
  });
}
