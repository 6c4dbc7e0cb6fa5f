import type { Capabilities } from "../capabilities.js";
import { A1111_WEIGHTS, CHUNK_NOTE, CLIP_CHUNK } from "../families/tags/clip-budget.js";
import { diffusionParameters, WEB_UI_DEFAULTS } from "../families/tags/diffusion-parameters.js";

/** The landscape half of the sizes that the model was trained on, squarest first. */
const LANDSCAPE: readonly (readonly [number, number])[] = [
  [1024, 960],
  [1088, 960],
  [1088, 896],
  [1152, 896],
  [1152, 832],
  [1216, 832],
  [1280, 768],
  [1344, 768],
  [1344, 704],
  [1408, 704],
  [1472, 704],
  [1536, 640],
  [1600, 640],
  [1664, 576],
  [1728, 576],
  [1792, 576],
  [1856, 512],
  [1920, 512],
  [1984, 512],
  [2048, 512],
];

export const VERSIONS: readonly [Capabilities] = [
  {
    target: "sdxl",
    version: "1.0",
    title: "Stable Diffusion XL 1.0",
    vendor: "Stability AI",
    status: "legacy",
    form: "tags",
    budget: CLIP_CHUNK,
    negative: { kind: "field", budget: CLIP_CHUNK },
    weights: A1111_WEIGHTS,
    frame: {
      kind: "sizes",
      sizes: [[1024, 1024], ...LANDSCAPE, ...LANDSCAPE.map(([long, short]) => [short, long] as const)],
      source: { date: "2023-07", from: "SDXL report, arXiv 2307.01952, appendix: aspect-ratio buckets" },
    },
    lettering: "weak",
    parameters: diffusionParameters(WEB_UI_DEFAULTS, true),
    notes: [CHUNK_NOTE, "Two text encoders read the same prompt.", "Sizes are those of its training."],
  },
];
