import type { Swatch } from "imprompt/core";

/** One color a line. */
export function asHexList(palette: readonly Swatch[]): string {
  return palette.map(({ hex }) => hex).join("\n");
}

function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  return plain === "" ? "color" : plain;
}

/** A rule with a custom property for each color, named after it: "--dark-cocoa"; a second one gets "-2". */
export function asCssVariables(palette: readonly Swatch[]): string {
  const taken = new Map<string, number>();
  const lines = palette.map(({ hex, name }) => {
    const base = slug(name);
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return `  --${count === 1 ? base : `${base}-${count}`}: ${hex};`;
  });
  return `:root {\n${lines.join("\n")}\n}`;
}

/** The swatches as they stand in a blueprint. */
export function asJson(palette: readonly Swatch[]): string {
  return JSON.stringify(palette, null, 2);
}

/** "27%", "under 1%". */
export function shareWords(share: number): string {
  return share > 0 && share < 0.005 ? "under 1%" : `${Math.round(100 * share)}%`;
}
