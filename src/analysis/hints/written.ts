/** What cameras, programs and agencies leave in caption fields. */
const BOILERPLATE: readonly RegExp[] = [
  /^(?:olympus digital camera|sony dsc|dcim|dsc|kodak digital still camera|digital camera|default|exif_jpeg_picture|samsung(?: camera pictures)?|minolta digital camera|konica minolta digital camera|ricoh|cimg|hdrpl|charset=.*|screenshot|screen shot|user comments?|comments?|untitled|unnamed|none|null|unknown|image|photo|picture|title|description|caption|test|my album|edited|jpeg|binary)[\s.!\d]*$/iu,
  /^(?:created|made|edited|generated|optimi[sz]ed|produced|processed|converted|written|exported|saved|drawn) (?:with|by|using|in|for|from) /iu,
  /^(?:adobe|photoshop|lightroom|gimp|paint(?:\.net| shop|brush)|picasa|snapseed|instagram|canva|figma|procreate|capture one|darktable|imagemagick|inkscape|affinity|photoscape|vsco|xnview|irfanview|apple photos|google)\b/iu,
  /https?:\/\/|www\.|\b[\w-]+\.(?:com|org|net|de|io|co\.uk)\b/iu,
  /©|\(c\)|copyright|all rights reserved|royalty[- ]free|licen[cs]ed?|creative commons|public domain|\bcc[- ]by\b/iu,
  /^(?:photo(?:graph)?|image|picture|credit|source|courtesy)s?(?: by| of|:| credit)\b(?! an?\b| the\b)/iu,
  /^[\s\p{P}\p{S}\d]*$/u,
  /steps: ?\d|"class_type"|cfg scale|^[{[]/iu,
  /^[0-9a-f-]{16,}$/iu,
];

/** Whether a field holds nothing that anybody wrote about the picture. */
function isBoilerplate(text: string): boolean {
  return BOILERPLATE.some((pattern) => pattern.test(text));
}

const MOST_WORDS = 30;

/**
 * The first sentence of a caption on one line, credits in brackets taken off; nothing when it is boilerplate or
 * longer than 30 words.
 */
export function sentenceOf(field: string | undefined): string | undefined {
  const line = (field ?? "")
    .slice(0, 2000)
    .replace(/<[^<>]{0,200}>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const bare = line.replace(
    /[([](?:[^()[\]]{0,40}(?:photo|image|credit|getty|reuters|ap|afp)\b[^()[\]]{0,80})[)\]]/giu,
    " ",
  );
  const sentence = /^.*?[\p{L}\p{N})"'”]{2}[.!?。](?=\s|$)/u.exec(bare)?.[0] ?? bare;
  const text = sentence
    .replace(/\s+/gu, " ")
    .replace(/[\s.!?,;:。]+$/u, "")
    .trim();
  if (text === "" || isBoilerplate(text) || text.split(" ").length > MOST_WORDS) return undefined;
  return /\p{L}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? text : undefined;
}

/** The last level of a keyword, "animals|dogs|retriever" being "retriever"; nothing for codes, credits and ratings. */
export function keywordOf(raw: string): string | undefined {
  const text = (
    raw
      .slice(0, 200)
      .split(/[|\\]|\s\/\s|(?<=\p{L})\/(?=\p{L})|\s>\s/u)
      .at(-1) ?? ""
  )
    .replace(/\s+/gu, " ")
    .trim();
  const words = text.split(" ").length;
  if (isBoilerplate(text) || words > 5 || /\d{3}|^\d|stars?$|^#|_|@|:/u.test(text)) return undefined;
  return /\p{L}{3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? text : undefined;
}
