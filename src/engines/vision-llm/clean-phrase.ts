import { collapseRepeats } from "./repetition.js";

/** Why a phrase was not taken: it says nothing, it is no phrase, or it is meant for a program. */
export type Fault = "empty" | "too-long" | "instruction";

export type Cleaned =
  | { readonly text: string; readonly looped: boolean }
  | { readonly fault: Fault; readonly looped: boolean };

const MOST_WORDS = 18;
const MOST_LETTERS = 120;
/** Longer phrases are read by their beginning, so that no answer costs more than it is worth. */
const READ = 2000;

/** Control characters, directions of writing, zero widths and the tags that hide text in text. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** What models say when they have nothing to say. */
const NOTHING =
  /^(?:none|null|nil|n\/?a|nothing|unknown|undefined|unclear|uncertain|unspecified|various|empty|phrase|string|text|not (?:applicable|visible|available|specified|clear|present|sure)|(?:no|without|not|isn't|is not|cannot|can't|unable to|there (?:is|are) no) .*|\.+|-+)$/iu;

/** Said to a program or a model, not of a picture. */
const INSTRUCTION =
  /\b(?:ignore|disregard|forget|override) (?:all|any|the|your|every|previous|prior|above|these)\b|\b(?:system prompt|previous instructions|prior instructions|as an ai|language model|respond (?:only )?with|answer (?:only )?with|you are (?:a|an|now)|you must|your task)\b|https?:\/\/|www\.|<(?!(?:lora|lyco|hypernet|embedding):)\/?\w+[^<>]*>|<\||\|>/iu;

const LEAD_IN =
  /^(?:(?:the|this|an?) (?:image|picture|photo|photograph|scene) (?:shows?|depicts?|features?|has|contains?|is(?: of)?)|there (?:is|are)|it (?:is|shows|has)|(?:we|you|i) (?:can )?see|possibly|probably|perhaps|likely|appears to be|seems to be)[ :]+(?=\S)/iu;

function bare(raw: string): string {
  return raw
    .slice(0, READ)
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(INVISIBLE, "")
    .replace(/\[([^\][]+)\]\([^()]*\)/gu, "$1")
    .replace(/\*\*|__|`+/gu, "")
    .replace(/^\s*(?:[-*•>#]+|\d{1,2}[.)])\s+/u, "")
    .trim();
}

/** Weights and parameters of prompt grammars, which would change what a printed prompt means. */
function withoutSyntax(text: string): string {
  return text
    .replace(/<(?:lora|lyco|hypernet|embedding):[^<>]*>/giu, "")
    .replace(/ --[a-z]+\b.*$/u, "")
    .replace(/::-?[\d.]*/gu, " ")
    .replace(/:[\d.]+(?=[)\]])/gu, "")
    .replace(/[()[\]{}<>|\\`*]/gu, " ");
}

function judged(text: string, nothing: RegExp): Cleaned {
  const { text: said, looped } = collapseRepeats(text);
  if (!/[\p{L}\p{N}]/u.test(said) || nothing.test(said) || /(.)\1{9}/u.test(said)) {
    return { fault: "empty", looped };
  }
  if (said.length > MOST_LETTERS || said.split(" ").length > MOST_WORDS) return { fault: "too-long", looped };
  return { text: said, looped };
}

/**
 * The phrases that a model's string holds, as they would stand in a prompt: without markdown, prompt syntax,
 * invisible characters and frames of speech; commas part it.
 */
export function cleanPhrases(raw: string): readonly Cleaned[] {
  const plain = bare(raw);
  if (INSTRUCTION.test(plain)) return [{ fault: "instruction", looped: false }];
  return withoutSyntax(plain)
    .split(/,(?!\d)|[;，、；]/u)
    .map((part) =>
      judged(
        part
          .replace(/\s+/gu, " ")
          .trim()
          .replace(LEAD_IN, "")
          .replace(/^["'“”‘’\s]+|["'“”‘’\s.!?:。！]+$/gu, ""),
        NOTHING,
      ),
    );
}

const NO_LETTERING =
  /^(?:none|null|n\/?a|unknown|unclear|illegible|unreadable|not (?:applicable|visible|legible)|(?:there is )?no (?:visible |legible |readable )?(?:text|words|lettering|writing).*)$/iu;

/** Words that stand in the picture, in their own case and language, without quotation marks. */
export function cleanLettering(raw: string): Cleaned {
  const said = bare(raw)
    .replace(/^(?:(?:the|an?) )?(?:text|words?|sign|title|caption|label|logo)\b[^"“]{0,40}(?=["“])/iu, "")
    .replace(/["“”]+/gu, "")
    .trim();
  return judged(said, NO_LETTERING);
}

const MOST_CAPTION_WORDS = 60;

/** The first sentences of a caption, up to 60 words; undefined where it is none. */
export function cleanCaption(raw: string): string | undefined {
  const plain = withoutSyntax(bare(raw)).replace(/\s+/gu, " ").trim();
  if (INSTRUCTION.test(plain)) return undefined;
  const { text } = collapseRepeats(plain);
  const sentences = text.match(/[^.!?]+[.!?]*/gu) ?? [];
  let kept = "";
  for (const sentence of sentences) {
    if (`${kept}${sentence}`.trim().split(" ").length > MOST_CAPTION_WORDS) break;
    kept += sentence;
  }
  const said = kept.replace(/[\s.]+$/u, "").trim();
  return said === "" || NOTHING.test(said) ? undefined : said;
}
