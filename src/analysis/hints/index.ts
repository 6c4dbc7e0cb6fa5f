import type { Facet } from "../../blueprint/facets.js";
import type { Observation } from "../../blueprint/observation.js";
import { isMechanicalName, wordsOfFileName } from "./file-name.js";
import { keywordOf, sentenceOf } from "./written.js";

/** What people wrote beside the picture. */
interface Writing {
  readonly title?: string;
  readonly caption?: string;
  readonly keywords?: readonly string[];
  /** With or without its folders. */
  readonly fileName?: string;
}

export type Classify = (
  phrase: string,
  context?: { readonly first?: boolean },
) => { readonly facet: Facet; readonly confidence: number; readonly reason: string };

/** How often such a line is true of the picture; an agency's long lists hold much that is not seen. */
const CAPTION = 0.8;
const TITLE = 0.7;
const KEYWORD = 0.75;
const KEYWORD_OF_MANY = 0.55;
const MANY_KEYWORDS = 15;
const FILE_NAME = 0.35;

/** Facets that a keyword can tell; praise and words to be read in the picture are none of them. */
const UNTOLD: ReadonlySet<Facet> = new Set<Facet>(["quality", "text", "artist"]);

function captions({ title, caption }: Writing, classify: Classify): Observation[] {
  const told = sentenceOf(caption);
  const named = isMechanicalName((title ?? "").trim()) ? undefined : sentenceOf(title);
  const lines: [string | undefined, number, string][] = [
    [told, CAPTION, "caption"],
    [named?.toLowerCase() === told?.toLowerCase() ? undefined : named, TITLE, "title"],
  ];
  return lines.flatMap(([text, confidence, note]) => {
    if (text === undefined) return [];
    const { facet } = classify(text, { first: true });
    return [{ facet, text, confidence, evidence: { source: "iptc:caption", note } }];
  });
}

function keywords({ keywords: raw = [] }: Writing, classify: Classify): Observation[] {
  const kept = raw.flatMap((keyword) => keywordOf(keyword) ?? []);
  const unique = [...new Map(kept.map((keyword) => [keyword.toLowerCase(), keyword])).values()];
  const confidence = unique.length > MANY_KEYWORDS ? KEYWORD_OF_MANY : KEYWORD;
  return unique.flatMap((text) => {
    const judged = classify(text);
    const facet: Facet = judged.confidence < 0.5 ? "subject" : judged.facet;
    if (UNTOLD.has(facet)) return [];
    return [{ facet, text, confidence, evidence: { source: "iptc:keywords", note: "keyword" } }];
  });
}

function fileName({ fileName: path }: Writing, classify: Classify): Observation[] {
  const text = path === undefined ? undefined : wordsOfFileName(path);
  if (text === undefined) return [];
  const { facet } = classify(text, { first: true });
  const note = `from the name ${(path ?? "").split(/[\\/]/u).at(-1) ?? ""}`;
  return [{ facet, text, confidence: FILE_NAME, hypothesis: true, evidence: { source: "file-name", note } }];
}

/** Captions, keywords and a telling file name as terms: caption first, the file's name only as a guess. */
export function phraseHints(writing: Writing, classify: Classify): Observation[] {
  return [...captions(writing, classify), ...keywords(writing, classify), ...fileName(writing, classify)];
}
