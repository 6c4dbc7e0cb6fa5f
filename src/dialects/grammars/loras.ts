import type { Warning } from "../../base/warning.js";
import type { LoraCall } from "../../language/phrase.js";

/** Adapters as AUTOMATIC1111 calls them in the text. */
export function printLoras(loras: readonly LoraCall[]): string {
  return loras.map(({ name, weight }) => `<lora:${name}:${weight ?? 1}>`).join(" ");
}

/** An adapter's call, and where it stands in the source. */
export interface PlacedLora extends LoraCall {
  readonly span?: { readonly start: number; readonly end: number };
}

export function loraWarnings(loras: readonly PlacedLora[], where: string): Warning[] {
  return loras.map(({ name, weight, span }) => ({
    code: "parameter-dropped",
    message: `the LoRA "${name}"${weight === undefined ? "" : ` (${weight})`} cannot be called in the text; load it beside the prompt`,
    where,
    ...(span === undefined ? {} : { span }),
  }));
}
