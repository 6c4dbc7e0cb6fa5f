import { standingsOf } from "../axes.js";
import type { Facet } from "../facets.js";
import type { Term } from "../types.js";

/** Where a phrase may be a mark of the medium. */
const MARKED: readonly Facet[] = ["style", "detail", "camera", "quality"];

/** What only one medium shows, by the names of the poles of the axis "medium". */
const MARKS: { readonly [medium: string]: RegExp } = {
  photograph:
    /\b(?:\d+ ?mm|f\/?\d|iso ?\d|shot on|dslr|film grain|kodak|fujifilm|canon|nikon|leica|hasselblad|shutter|skin pores|lens flare)/iu,
  painting: /\b(?:brush ?strokes?|brushwork|impasto|canvas texture|palette knife|oil paint|paint drips?)\b/iu,
  drawing: /\b(?:pencil (?:lines|strokes)|(?:cross-?)?hatching|line ?art|ink lines|graphite|charcoal)\b/iu,
  render:
    /\b(?:octane|unreal engine|ray ?trac(?:ed|ing)|blender|cinema ?4d|v-?ray|global illumination|cgi)\b/iu,
  "pixel art": /\b(?:(?:8|16|32)-?bit|pixelated|dithering)\b/iu,
  vector: /\b(?:flat colou?rs?|flat design|vector (?:art|shapes)|bold outlines)\b/iu,
};

function mediumOf(text: string): string | undefined {
  return standingsOf("medium", text).find(({ axis }) => axis === "medium")?.pole;
}

/** The medium that a phrase of another facet gives away and that `texts`, naming one medium, are not; else undefined. */
export function strayMark(term: Term, texts: readonly string[]): string | undefined {
  const named = new Set(texts.flatMap((text) => mediumOf(text) ?? []));
  if (named.size !== 1 || !MARKED.includes(term.facet)) return undefined;
  return Object.keys(MARKS).find((medium) => !named.has(medium) && MARKS[medium]?.test(term.text) === true);
}
