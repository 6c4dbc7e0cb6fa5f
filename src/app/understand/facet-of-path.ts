import type { Facet } from "../../blueprint/facets.js";

/** Keys of structured prompts and categories of booru tags, and the facets that stand under them, the usual first. */
const KEYS: readonly (readonly [words: string, facets: readonly Facet[]])[] = [
  ["subject subjects elements desc character characters", ["subject", "action", "setting", "detail", "text"]],
  ["action actions pose expression", ["action"]],
  ["background setting environment location place", ["setting", "composition", "lighting", "atmosphere"]],
  ["lighting light", ["lighting"]],
  ["mood atmosphere weather", ["atmosphere"]],
  ["color_palette palette colors colours color", ["palette"]],
  ["medium", ["medium"]],
  [
    "style art_style aesthetic aesthetics copyright",
    ["style", "medium", "artist", "atmosphere", "palette", "quality", "detail"],
  ],
  ["artist", ["artist"]],
  ["composition framing position angle", ["composition", "camera"]],
  ["camera lens depth_of_field focal_length aperture photo film_stock", ["camera", "composition"]],
  ["detail details texture textures material materials", ["detail"]],
  ["text lettering caption inscription", ["text"]],
  ["quality meta", ["quality"]],
];

const FACETS_OF: ReadonlyMap<string, readonly Facet[]> = new Map(
  KEYS.flatMap(([words, facets]) => words.split(" ").map((word) => [word, facets] as const)),
);

/** The innermost key of a path that says a facet: its facets, the usual first. Undefined where none does. */
export function facetsOfPath(path: string): readonly Facet[] | undefined {
  const keys = path.replace(/\[\]/gu, "").toLowerCase().split(".").reverse();
  for (const key of keys) {
    const facets = FACETS_OF.get(key.trim().replace(/[\s-]+/gu, "_"));
    if (facets !== undefined) return facets;
  }
  return undefined;
}

/** Whether the path leads to a summary that says again what the rest of the structure says. */
export function isSummary(path: string): boolean {
  return /^(?:high_level_description|summary)$/iu.test(path);
}
