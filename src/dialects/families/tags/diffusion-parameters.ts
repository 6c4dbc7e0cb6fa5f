import type { ParameterSpec, Source } from "../../capabilities.js";

const WEB_UI: Source = { date: "2026-11", from: "AUTOMATIC1111/stable-diffusion-webui, modules/ui.py" };
const SETTINGS: Source = {
  date: "2026-11",
  from: "AUTOMATIC1111/stable-diffusion-webui, modules/shared_options.py",
};

export interface DiffusionDefaults {
  readonly steps: number;
  readonly cfgScale: number;
  readonly source: Source;
}

/** What the AUTOMATIC1111 interface shows: 20 steps, a guidance of 7. */
export const WEB_UI_DEFAULTS: DiffusionDefaults = { steps: 20, cfgScale: 7, source: WEB_UI };

const CLIP_SKIP: ParameterSpec = {
  name: "clip-skip",
  type: "integer",
  min: 1,
  max: 12,
  default: 1,
  note: "2 for models trained on the last layer but one, as many anime models are",
  source: SETTINGS,
};

/** The fields beside a Stable Diffusion prompt, in the ranges of the AUTOMATIC1111 interface. */
export function diffusionParameters(defaults: DiffusionDefaults, clipSkip: boolean): ParameterSpec[] {
  const side = { type: "integer", min: 64, max: 2048, note: "a multiple of 8", source: WEB_UI } as const;
  return [
    { name: "width", ...side },
    { name: "height", ...side },
    { name: "steps", type: "integer", min: 1, max: 150, default: defaults.steps, source: defaults.source },
    {
      name: "cfg-scale",
      type: "number",
      min: Math.min(1, defaults.cfgScale),
      max: 30,
      default: defaults.cfgScale,
      source: defaults.source,
    },
    { name: "sampler", type: "text", note: "names differ between interfaces", source: WEB_UI },
    { name: "scheduler", type: "text", note: "names differ between interfaces", source: WEB_UI },
    { name: "seed", type: "integer", min: 0, max: 4294967295, source: WEB_UI },
    ...(clipSkip ? [CLIP_SKIP] : []),
  ];
}
