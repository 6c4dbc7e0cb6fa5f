import type { ParameterSpec, Source } from "../../capabilities.js";

/** A seed of 32 bits, as most services take it. */
export function seedSpec(source: Source, max = 4294967295): ParameterSpec {
  return { name: "seed", type: "integer", min: 0, max, source };
}

/** How many pictures are made at once. */
export function countSpec(max: number, source: Source): ParameterSpec {
  return { name: "count", type: "integer", min: 1, max, default: 1, source };
}

export function ratioSpec(ratios: readonly string[], source: Source): ParameterSpec {
  return { name: "aspect-ratio", type: "enum", values: ratios, source };
}

export function sizeSpecs(min: number, max: number, source: Source, note?: string): readonly ParameterSpec[] {
  const rest = { type: "integer", min, max, ...(note === undefined ? {} : { note }), source } as const;
  return [
    { name: "width", ...rest },
    { name: "height", ...rest },
  ];
}
