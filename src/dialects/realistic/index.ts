import type { Warning } from "../../base/warning.js";
import type { Facet } from "../../blueprint/facets.js";
import type { Term } from "../../blueprint/types.js";
import { composeProse } from "../families/prose/compose.js";
import { createProseDialect } from "../families/prose/dialect.js";
import { frameWords } from "../families/prose/frame-words.js";
import { isPhotographic } from "../families/prose/photographic.js";
import { wordsOf } from "../families/select.js";
import type { Dialect } from "../types.js";
import { VERSIONS } from "./capabilities.js";

/** Facets that can say what only a hand has made. */
const OF_THE_HAND: readonly Facet[] = ["style", "artist", "detail", "palette"];
const HANDMADE =
  /\b(?:paint(?:ing|ings|ed|erly)|draw\w*|illustrat\w*|sketch\w*|brush\w*|impasto|watercolou?r\w*|gouache|anime|manga|cartoon\w*|comic\w*|vector|pixel art|line ?art|line ?work|hatching|cel.shad\w*|halftone|ink\w*|pencil\w*|charcoal|pastels?|canvas|paper grain|engrav\w*|woodcut|low.poly|3d|cgi|render\w*|geometric shapes|riso\w*|poster|flat (?:colou?rs?|design|fills?|shapes))\b/iu;

function refuse(terms: readonly Term[], where: string): Warning[] {
  const photographic = (term: Term): boolean => isPhotographic([{ ...term, facet: "medium" }]) === true;
  return terms
    .filter((term) => {
      if (term.facet === "medium") return !photographic(term);
      return OF_THE_HAND.includes(term.facet) && HANDMADE.test(term.text) && !photographic(term);
    })
    .map((term) => ({
      code: "phrase-dropped",
      message: `"${wordsOf(term)}" is left out: this target asks for a photograph`,
      where,
      termId: term.id,
    }));
}

export const dialect: Dialect = createProseDialect(VERSIONS, {
  refuse,
  spoken: ["aspect-ratio"],
  compose: (terms, { parameters }) => {
    const ratio = parameters["aspect-ratio"];
    return composeProse(terms, {
      medium: "photograph",
      ...(typeof ratio === "string" ? { closing: frameWords(ratio) } : {}),
    });
  },
});
