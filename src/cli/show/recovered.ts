import type { GenerationParameters } from "../../blueprint/types.js";
import type { Provenance, Recovered } from "../../metadata/types.js";
import type { Page } from "./page.js";
import { printable } from "./page.js";

/** "Steps 20 · Euler a · CFG 7 · seed 42 · 512 × 768 · model x": what has a usual name. */
function settingsLine(parameters: GenerationParameters): string {
  const { size } = parameters;
  const parts = [
    parameters.model === undefined ? "" : `model ${parameters.model}`,
    parameters.sampler ?? "",
    parameters.scheduler === undefined ? "" : `schedule ${parameters.scheduler}`,
    parameters.steps === undefined ? "" : `${parameters.steps} steps`,
    parameters.cfgScale === undefined ? "" : `CFG scale ${parameters.cfgScale}`,
    parameters.seed === undefined ? "" : `seed ${parameters.seed}`,
    size === undefined ? "" : `${size.width} × ${size.height}`,
    parameters.denoisingStrength === undefined ? "" : `denoising strength ${parameters.denoisingStrength}`,
    parameters.clipSkip === undefined ? "" : `clip skip ${parameters.clipSkip}`,
    ...(parameters.loras ?? []).map(
      (lora) => `LoRA ${lora.name}${lora.weight === undefined ? "" : ` ${lora.weight}`}`,
    ),
  ];
  return printable(parts.filter((part) => part !== "").join(" · "));
}

export function showRecovered(recovered: Recovered, page: Page): string {
  const settings = settingsLine(recovered.parameters);
  const sure = recovered.confidence >= 0.9 ? "" : `, ${Math.round(recovered.confidence * 100)} % sure`;
  const lines = [
    `${page.bold("The file's own prompt")} ${page.dim(`${printable(recovered.tool)}, from ${recovered.location}${sure}`)}`,
    recovered.prompt === ""
      ? page.dim("  (the file names the tool, but carries no prompt)")
      : page.wrap(recovered.prompt, 2),
  ];
  for (const [index, character] of (recovered.characters ?? []).entries()) {
    lines.push(`  ${page.dim(`Character ${index + 1}`)}`, page.wrap(character.prompt, 2));
  }
  if (recovered.negative !== "")
    lines.push(`  ${page.dim("Negative prompt")}`, page.wrap(recovered.negative, 2));
  if (settings !== "") lines.push(`  ${page.dim("Settings")}`, page.wrap(settings, 2));
  if (recovered.note !== undefined) lines.push(page.warn(page.wrap(recovered.note, 2)));
  return lines.join("\n");
}

export function showProvenance(provenance: Provenance, page: Page): string {
  const by = provenance.by === undefined ? "" : ` by ${printable(provenance.by)}`;
  const what = provenance.madeByAi ? `Made or edited with AI${by}` : `Content credentials${by}, no AI named`;
  return `${page.bold(what)} ${page.dim(`says its ${provenance.standard} record, which carries no prompt`)}`;
}
