import type { Prompt } from "../../src/dialects/types.js";
import {
  characters,
  checkNames,
  checkNoNegative,
  checkOneOf,
  checkSentences,
  checkSides,
  checkSpans,
  tokensAtLeast,
} from "./prose-rules.js";

const T5: { readonly [version: string]: number } = {
  dev: 512,
  schnell: 256,
  ultra: 512,
  kontext: 512,
  "2": 32000,
};

function checkRatio(prompt: Prompt, auto = false): string[] {
  if (auto && prompt.parameters["aspect-ratio"] === "auto") return [];
  const match = /^(\d+):(\d+)$/u.exec(String(prompt.parameters["aspect-ratio"]));
  if (match === null) return ["aspect-ratio is no ratio"];
  const ratio = Number(match[1]) / Number(match[2]);
  return ratio < 9 / 21 - 1e-9 || ratio > 21 / 9 + 1e-9 ? ["aspect-ratio is beyond 21:9 or 9:21"] : [];
}

/** FLUX: no negative, no weights; T5 limits by version; FLUX 3 takes 1 to 15,000 characters. */
export function validate(prompt: Prompt, version: string): string[] {
  const wrong = [...checkSentences(prompt), ...checkSpans(prompt), ...checkNoNegative(prompt)];
  const limit = T5[version];
  if (limit !== undefined && tokensAtLeast(prompt.text) > limit) wrong.push(`more than ${limit} tokens`);
  if (version === "3" && characters(prompt.text) > 15000) wrong.push("more than 15,000 characters");
  const shared = ["seed", "prompt-upsampling", "safety-tolerance"];
  switch (version) {
    case "dev":
    case "schnell":
      return [
        ...wrong,
        ...checkSides(prompt, 16, 256, 2048),
        ...checkNames(prompt, ["width", "height", "guidance", "steps", "seed"]),
      ];
    case "2":
      return [
        ...wrong,
        ...checkSides(prompt, 32, 256, 2048),
        ...checkNames(prompt, ["width", "height", ...shared]),
      ];
    case "ultra":
      return [
        ...wrong,
        ...checkRatio(prompt),
        ...checkNames(prompt, ["aspect-ratio", "raw", "image-prompt-strength", ...shared]),
      ];
    case "kontext":
      if (!/^(?:Change|Restyle) |Change this picture|Change the look/u.test(prompt.text))
        wrong.push("is no instruction");
      return [...wrong, ...checkRatio(prompt), ...checkNames(prompt, ["aspect-ratio", ...shared])];
    case "3":
      return [
        ...wrong,
        ...checkOneOf(prompt, "resolution", ["768sq", "1k", "1.5k", "2k", "4k"]),
        ...checkRatio(prompt, true),
      ];
    default:
      return [...wrong, `unknown version ${version}`];
  }
}
