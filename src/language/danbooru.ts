import type { Flag, Phrase, Split } from "./phrase.js";
import { isFace, parseDanbooru } from "./syntax/danbooru.js";

const CATEGORIES: Readonly<Record<string, string>> = {
  art: "artist",
  char: "character",
  ch: "character",
  copy: "copyright",
  co: "copyright",
  gen: "general",
};

function wordsOf(tag: string): string {
  const name = tag.replace(/\\{1,2}(?=[()])/gu, "");
  return (isFace(name) ? name : name.replace(/_+/gu, " ")).replace(/\s+/gu, " ").trim();
}

/**
 * Each tag is a phrase of weight 1: underscores are spaces but in faces, brackets lose their escapes. A category
 * before a tag is its path; what narrows a search is a parameter.
 */
export function splitDanbooru(text: string): Split {
  const phrases: Phrase[] = [];
  const parameters: Flag[] = [];
  const { nodes } = parseDanbooru(text);
  for (const { kind, start, end, parent } of nodes) {
    const written = text.slice(start, end);
    const colon = written.indexOf(":");
    const excluded = nodes[parent]?.kind === "exclusion";
    if (kind === "restriction") {
      const flag = `${excluded ? "-" : ""}${written.slice(0, colon)}`;
      parameters.push({ flag, value: written.slice(colon + 1) });
    }
    if (kind !== "tag") continue;
    const category = /^[a-z]{2,9}:(?=[^\s)(])/u.test(written) ? written.slice(0, colon) : undefined;
    const known = category === undefined ? undefined : categoryOf(category);
    const from = known === undefined ? start : start + colon + 1;
    const words = wordsOf(text.slice(from, end));
    if (words === "") continue;
    const polarity = excluded ? "exclude" : "include";
    const path = known === undefined ? {} : { path: known };
    phrases.push({ text: words, weight: 1, polarity, start: from, end, ...path });
  }
  return { phrases, loras: [], ...(parameters.length === 0 ? {} : { parameters }), warnings: [] };
}

function categoryOf(prefix: string): string | undefined {
  if (["artist", "character", "copyright", "general", "meta"].includes(prefix)) return prefix;
  return CATEGORIES[prefix];
}
