import { linkOf } from "./graph.js";
import type { Walk } from "./walk.js";

export type Scalar = string | number | boolean;

const VALUE_NAMES = ["value", "Value", "int", "float", "number", "boolean", "INT", "FLOAT", "seed"];

export function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/**
 * The literal behind an input, through primitives and reroutes.
 *
 * @param name the input's name: a node that has it, too, passes it on ("width" through a size picker)
 * @returns null where the graph computes it
 */
export function scalarOf(walk: Walk, value: unknown, name: string): Scalar | null {
  const seen = new Set<string>();
  let current = value;
  for (;;) {
    if (isScalar(current)) return current;
    const link = linkOf(current);
    const node = link === null ? undefined : walk.graph.get(link.id);
    if (link === null || node === undefined || seen.has(node.id)) return null;
    seen.add(node.id);
    const output = node.outputs?.[link.slot];
    const names = [...(output === undefined ? [] : [output, output.toLowerCase()]), name, ...VALUE_NAMES];
    const known = names.find((candidate) => node.inputs.has(candidate));
    if (known !== undefined) current = node.inputs.get(known);
    else if (node.inputs.size === 1) current = [...node.inputs.values()][0];
    else return null;
  }
}

/** A finite number, from a number or its digits; null for all else. */
export function numberOf(scalar: Scalar | null): number | null {
  if (typeof scalar === "number") return Number.isFinite(scalar) ? scalar : null;
  if (typeof scalar !== "string" || !/^-?\d{1,15}(?:\.\d{1,15})?$/.test(scalar.trim())) return null;
  return Number(scalar);
}
