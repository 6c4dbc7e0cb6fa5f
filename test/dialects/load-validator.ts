import type { Prompt } from "../../src/dialects/types.js";

/** What breaks the target's own rules, one sentence each; empty when nothing does. */
export type Validate = (prompt: Prompt, version: string) => string[];

const VALIDATORS: { readonly [target: string]: () => Promise<{ readonly validate: Validate }> } = {
  midjourney: () => import("../validators/midjourney.js"),
  sd15: () => import("../validators/sd15.js"),
  sd2: () => import("../validators/sd2.js"),
  sdxl: () => import("../validators/sdxl.js"),
  sd35: () => import("../validators/sd35.js"),
  flux: () => import("../validators/flux.js"),
  dalle3: () => import("../validators/dalle3.js"),
  "gpt-image": () => import("../validators/gpt-image.js"),
  firefly: () => import("../validators/firefly.js"),
  leonardo: () => import("../validators/leonardo.js"),
  ideogram: () => import("../validators/ideogram.js"),
  imagen: () => import("../validators/imagen.js"),
  gemini: () => import("../validators/gemini.js"),
  seedream: () => import("../validators/seedream.js"),
  dreamina: () => import("../validators/dreamina.js"),
  minimax: () => import("../validators/minimax.js"),
  realistic: () => import("../validators/realistic.js"),
};

/** The rules of a target. A target without a validator fails its tests. */
export async function loadValidator(target: string): Promise<Validate> {
  const load = VALIDATORS[target];
  if (load === undefined) throw new Error(`test/validators has none for ${target}`);
  return (await load()).validate;
}
