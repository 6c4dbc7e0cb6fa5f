import type { GenerationParameters } from "imprompt/core";

type Pair = readonly [label: string, value: string];

/** Settings that a tool wrote beside its prompt, as a person reads them, in the order of their weight. */
export function settingsOf(parameters: GenerationParameters): readonly Pair[] {
  const { model, modelHash, vae, sampler, scheduler, steps, cfgScale, seed, size, clipSkip, loras } =
    parameters;
  const { denoisingStrength, version } = parameters;
  const pairs: readonly (readonly [string, string | number | undefined])[] = [
    ["Model", model],
    ["Model hash", modelHash],
    ["VAE", vae],
    [
      "LoRA",
      loras?.map(({ name, weight }) => (weight === undefined ? name : `${name} at ${weight}`)).join(", "),
    ],
    ["Sampler", sampler],
    ["Scheduler", scheduler],
    ["Steps", steps],
    ["CFG scale", cfgScale],
    ["Seed", seed],
    ["Size", size === undefined ? undefined : `${size.width} × ${size.height}`],
    ["Clip skip", clipSkip],
    ["Denoising", denoisingStrength],
    ["Version", version],
  ];
  return pairs.flatMap(([label, value]): readonly Pair[] =>
    value === undefined || value === "" ? [] : [[label, String(value)]],
  );
}
