import type { Blueprint, Edit, Swatch } from "imprompt/core";
import { freshTerm } from "imprompt/core";

/** The palette without the color at the index. */
export function dropping(palette: readonly Swatch[], index: number): Edit {
  return { kind: "swatches", swatches: palette.filter((_, at) => at !== index) };
}

/** Undefined where the name is empty or no other. */
export function renaming(palette: readonly Swatch[], index: number, name: string): Edit | undefined {
  const clean = name.trim().replace(/\s+/gu, " ");
  if (clean === "" || clean === palette[index]?.name) return undefined;
  return {
    kind: "swatches",
    swatches: palette.map((swatch, at) => (at === index ? { ...swatch, name: clean } : swatch)),
  };
}

/** "plum tones": a bare color name would be taken for a thing by some generators. */
function phraseOf({ name }: Swatch): string {
  return /\b(?:tones?|colou?rs?|hues?)$/iu.test(name) ? name : `${name} tones`;
}

/** True where the board says the color's name already. */
export function isSaid({ terms }: Blueprint, { name }: Swatch): boolean {
  return terms.some(
    ({ facet, polarity, text }) =>
      facet === "palette" && polarity === "include" && text.toLowerCase().includes(name.toLowerCase()),
  );
}

/** The color as a phrase at the end of the palette's phrases; undefined where no words are left. */
export function adding(blueprint: Blueprint, swatch: Swatch): Edit | undefined {
  const term = freshTerm(blueprint, {
    facet: "palette",
    text: phraseOf(swatch),
    evidence: [{ source: "user", note: `swatch ${swatch.hex}` }],
  });
  return term === undefined ? undefined : { kind: "add", term };
}
