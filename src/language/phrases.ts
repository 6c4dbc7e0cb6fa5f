import { draftA1111 } from "./a1111.js";
import { draftComfyui } from "./comfyui.js";
import { draftCompel } from "./compel.js";
import { splitDanbooru } from "./danbooru.js";
import type { Draft } from "./draft.js";
import type { PhraseStyle } from "./form-phrases.js";
import { formPhrases } from "./form-phrases.js";
import { splitJson } from "./json.js";
import { draftMidjourney } from "./midjourney.js";
import { draftNovelai } from "./novelai.js";
import type { Split } from "./phrase.js";
import { proseSegments } from "./prose.js";
import type { GrammarId } from "./syntax/tree.js";
import { draftTags } from "./tags.js";

const TAG_STYLE: PhraseStyle = { underscores: true, looseWeights: false };
const PLAIN_STYLE: PhraseStyle = { underscores: false, looseWeights: false };

function formed(text: string, draft: Draft, style: PhraseStyle): Split {
  const phrases = formPhrases(text, draft, style);
  return { phrases, loras: draft.loras, warnings: draft.warnings };
}

function splitMidjourney(text: string): Split {
  const { draft, excluded, parameters, images } = draftMidjourney(text);
  const asked = formed(text, draft, PLAIN_STYLE);
  const refused = formed(text, excluded, PLAIN_STYLE);
  return {
    phrases: asked.phrases.concat(refused.phrases),
    loras: [],
    parameters,
    ...(images.length === 0 ? {} : { images }),
    warnings: asked.warnings.concat(refused.warnings),
  };
}

/**
 * A prompt taken apart by the rules of its grammar, in reading order. Never throws, whatever the text; linear in
 * its length.
 */
export function splitPhrases(text: string, grammar: GrammarId): Split {
  switch (grammar) {
    case "a1111":
      return formed(text, draftA1111(text), { underscores: true, looseWeights: true });
    case "comfyui":
      return formed(text, draftComfyui(text), { underscores: true, looseWeights: true });
    case "compel":
      return formed(text, draftCompel(text), TAG_STYLE);
    case "novelai":
      return formed(text, draftNovelai(text), TAG_STYLE);
    case "tags":
      return formed(text, draftTags(text), TAG_STYLE);
    case "midjourney":
      return splitMidjourney(text);
    case "prose":
      return { phrases: proseSegments(text), loras: [], warnings: [] };
    case "danbooru":
      return splitDanbooru(text);
    case "ideogram-json":
    case "flux-json":
      return splitJson(text, grammar);
  }
}
