import type { GrammarId } from "imprompt/core";

/** Grammars as a person knows them. */
export const GRAMMAR_NAMES: { readonly [G in GrammarId]: string } = {
  a1111: "AUTOMATIC1111 and Forge",
  comfyui: "ComfyUI",
  compel: "Compel",
  novelai: "NovelAI",
  midjourney: "Midjourney",
  prose: "Plain sentences",
  tags: "Comma phrases",
  danbooru: "Danbooru tags",
  "ideogram-json": "Ideogram JSON",
  "flux-json": "FLUX JSON",
};
