import { parseA1111 } from "./a1111.js";
import { parseComfyui } from "./comfyui.js";
import { parseCompel } from "./compel.js";
import { parseDanbooru } from "./danbooru.js";
import { parseJsonPrompt } from "./json.js";
import { parseMidjourney } from "./midjourney.js";
import { parseNovelai } from "./novelai.js";
import { parseProse } from "./prose.js";
import { parseTags } from "./tags.js";
import type { GrammarId, SyntaxTree } from "./tree.js";

const PARSERS: Readonly<Record<GrammarId, (text: string) => SyntaxTree>> = {
  a1111: parseA1111,
  comfyui: parseComfyui,
  compel: parseCompel,
  novelai: parseNovelai,
  midjourney: parseMidjourney,
  prose: parseProse,
  tags: parseTags,
  danbooru: parseDanbooru,
  "ideogram-json": (text) => parseJsonPrompt(text, "ideogram-json"),
  "flux-json": (text) => parseJsonPrompt(text, "flux-json"),
};

/** The lossless syntax of a prompt: any string parses, in time linear in its length, and prints back to the letter. */
export function parse(text: string, grammar: GrammarId): SyntaxTree {
  return PARSERS[grammar](text);
}
