import type { Lora } from "../../blueprint/types.js";
import { isRecord } from "../lenient-json.js";
import type { GraphNode } from "./graph.js";
import { numberOf, scalarOf } from "./scalars.js";
import type { Walk } from "./walk.js";

/**
 * The LoRAs that a node loads, in its own order: one under `lora_name`, several under numbered names with their
 * weights and switches, or objects `{on, lora, strength}`. Those switched off or named "None" are left out.
 */
export function lorasOf(walk: Walk, node: GraphNode): readonly Lora[] {
  return [...node.inputs].flatMap(([name, value]): readonly Lora[] => {
    if (isRecord(value)) return loraOfRecord(value);
    const number = /^lora(?:_name)?_(\d{1,3})$|^lora_(\d{1,3})_name$|^lora_name$/i.exec(name);
    if (number === null) return [];
    const file = scalarOf(walk, value, name);
    if (typeof file !== "string" || /^(?:none)?$/i.test(file)) return [];
    const index = number[1] ?? number[2];
    if (index !== undefined && isOff(node.inputs.get(`switch_${index}`))) return [];
    return [withWeight(file, weightOf(walk, node, index))];
  });
}

function isOff(value: unknown): boolean {
  return value === false || (typeof value === "string" && /^(?:off|false)$/i.test(value));
}

function loraOfRecord(value: { readonly [key: string]: unknown }): readonly Lora[] {
  const { lora, on, strength } = value;
  if (typeof lora !== "string" || lora === "" || lora === "None" || on === false) return [];
  return [withWeight(lora, typeof strength === "number" ? strength : null)];
}

function withWeight(name: string, weight: number | null): Lora {
  return weight === null ? { name } : { name, weight };
}

function weightOf(walk: Walk, node: GraphNode, index: string | undefined): number | null {
  const names =
    index === undefined
      ? ["strength_model", "strength", "model_strength", "lora_model_strength", "lora_wt", "weight"]
      : [
          `strength_model_${index}`,
          `model_weight_${index}`,
          `lora_wt_${index}`,
          `model_str_${index}`,
          `lora_${index}_strength`,
          `lora_${index}_model_strength`,
          `strength_${index}`,
        ];
  const name = names.find((candidate) => node.inputs.has(candidate));
  return name === undefined ? null : numberOf(scalarOf(walk, node.inputs.get(name), name));
}
