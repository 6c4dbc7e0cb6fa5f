import type { Prompt } from "../../src/dialects/types.js";
import { validateDiffusion } from "./stable-diffusion.js";

/** Trained sizes: sides on multiples of 64 from 512 to 2048, about 0.87 to 1 times 1024 x 1024 pixels. */
function isTrained(width: number, height: number): boolean {
  const sides = [width, height];
  const megapixels = (width * height) / (1024 * 1024);
  return (
    sides.every((side) => side % 64 === 0 && side >= 512 && side <= 2048) &&
    megapixels > 0.86 &&
    megapixels <= 1
  );
}

export function validate(prompt: Prompt, _version: string): string[] {
  return validateDiffusion(prompt, { tokens: 75, negative: true, suits: isTrained, clipSkip: true });
}
