import type { ParameterSpec } from "imprompt/core";

/** "cfg-scale" as "CFG scale": words without a vowel are initials. */
export function titleOf(name: string): string {
  const words = name.split("-").map((word) => (/^[^aeiouy]{2,3}$/u.test(word) ? word.toUpperCase() : word));
  const title = words.join(" ");
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** "0 to 1000", "at least 1"; undefined where nothing bounds it. */
export function rangeOf({ min, max }: Pick<ParameterSpec, "min" | "max">): string | undefined {
  if (min !== undefined && max !== undefined) return `${min} to ${max}`;
  if (min !== undefined) return `at least ${min}`;
  return max === undefined ? undefined : `at most ${max}`;
}

/** All that is known of a parameter: spelling, range, default, note, and where and when it was read. */
export function aboutParameter(spec: ParameterSpec): string {
  const { flag, note, source } = spec;
  const range = rangeOf(spec);
  const facts = [
    ...(flag === undefined ? [] : [flag]),
    ...(range === undefined ? [] : [range]),
    ...(spec.default === undefined ? [] : [`default ${String(spec.default)}`]),
    ...(note === undefined ? [] : [note]),
  ];
  const read = `Source: ${source.from}, ${source.date}${source.unsure === true ? " (unsure)" : ""}`;
  return [`${titleOf(spec.name)}${facts.length === 0 ? "" : `: ${facts.join("; ")}`}`, read].join(". ");
}

/** How far one step of a slider or arrow key goes. */
export function stepOf({ type, min, max }: ParameterSpec): number {
  if (type === "integer") return 1;
  const width = min === undefined || max === undefined ? 10 : max - min;
  if (width <= 1) return 0.01;
  return width <= 5 ? 0.05 : 0.5;
}

/** A slider helps as long as a step is a pixel or so. */
export function isSlidable({ min, max }: ParameterSpec): boolean {
  return min !== undefined && max !== undefined && max > min && max - min <= 5000;
}
