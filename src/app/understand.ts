import type { Warning } from "../base/warning.js";
import type { TermDraft } from "../blueprint/build.js";
import { createBlueprint, MAX_WEIGHT, MIN_WEIGHT } from "../blueprint/build.js";
import type { Blueprint, Polarity } from "../blueprint/types.js";
import type { PlacedLora } from "../dialects/grammars/loras.js";
import type { ParameterSettings } from "../dialects/types.js";
import type { LoraCall, Span, Split } from "../language/phrase.js";
import { detect } from "../language/syntax/detect.js";
import type { GrammarId } from "../language/syntax/tree.js";
import { isA1111Text, parseA1111Text } from "../metadata/readers/a1111-text.js";
import type { ReadOptions } from "./understand/read-phrases.js";
import { readPhrases } from "./understand/read-phrases.js";
import type { StatedSettings } from "./understand/settings.js";
import { frameOf, settingsOfFlags, settingsOfMembers, settingsOfText } from "./understand/settings.js";

export interface UnderstandOptions extends ReadOptions {
  /** What stands in the negative prompt's field beside the text. */
  readonly negative?: string;
}

/** A prompt, understood. */
export interface Understood {
  readonly grammar: GrammarId;
  /** Each phrase a term in the order of the text, nothing merged; the frame that the text states, else 1024x1024. */
  readonly blueprint: Blueprint;
  /** What the text states beside its phrases, by the names of `ParameterSpec`s. */
  readonly parameters: ParameterSettings;
  readonly loras: readonly PlacedLora[];
  /** Where terms (by id), parameters (by name) and references (by address) stand; what came from `negative` has no place. */
  readonly places: {
    readonly terms: { readonly [termId: string]: Span };
    readonly parameters: { readonly [name: string]: Span };
    readonly references: { readonly [url: string]: Span };
  };
  readonly warnings: readonly Warning[];
}

/** A text of a grammar, and how far into the source it begins; none for what stands outside it. */
interface Passage {
  readonly text: string;
  readonly offset: number | undefined;
  readonly polarity: Polarity;
}

/** Generation texts carry prompt, negative prompt and settings in one. */
const CARRIES_SETTINGS: readonly GrammarId[] = ["a1111", "comfyui", "tags", "danbooru"];

interface Source {
  readonly grammar: GrammarId;
  readonly passages: readonly Passage[];
  readonly settings: StatedSettings | undefined;
}

function sourceOf(text: string, asked: GrammarId | "auto", negative: string): Source {
  const outside: Passage[] =
    negative.trim() === "" ? [] : [{ text: negative, offset: undefined, polarity: "exclude" }];
  const whole = isA1111Text(text) && (asked === "auto" || CARRIES_SETTINGS.includes(asked));
  if (!whole) {
    const grammar = asked === "auto" ? detect(text)[0].grammar : asked;
    return { grammar, passages: [{ text, offset: 0, polarity: "include" }, ...outside], settings: undefined };
  }
  const parsed = parseA1111Text(text);
  const start = text.indexOf(parsed.prompt);
  const after = text.indexOf("Negative prompt:", start + parsed.prompt.length);
  const inside: Passage = {
    text: parsed.negative,
    offset: Math.max(0, text.indexOf(parsed.negative, after + "Negative prompt:".length)),
    polarity: "exclude",
  };
  return {
    grammar: asked === "auto" ? "a1111" : asked,
    passages: [{ text: parsed.prompt, offset: start, polarity: "include" }, inside, ...outside],
    settings: settingsOfText(text, parsed.settings),
  };
}

function moved(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

function placeLora(lora: LoraCall, text: string, inside: boolean): PlacedLora {
  const name = inside ? text.indexOf(`:${lora.name}`) : -1;
  const start = name < 0 ? -1 : text.lastIndexOf("<", name);
  const end = start < 0 ? -1 : text.indexOf(">", name);
  return end < 0 ? lora : { ...lora, span: { start, end: end + 1 } };
}

function clampWarning(draft: TermDraft, span: Span | undefined): Warning[] {
  const weight = draft.weight ?? 1;
  if (weight >= MIN_WEIGHT && weight <= MAX_WEIGHT) return [];
  const message = `"${draft.text}" weighs ${weight}; weights are kept between ${MIN_WEIGHT} and ${MAX_WEIGHT}`;
  return [{ code: "weight-clamped", message, ...(span === undefined ? {} : { span }) }];
}

const NOTHING: StatedSettings = { parameters: {}, references: [], places: {}, warnings: [] };

/** What one passage says, in places of the whole text. */
interface PassageRead {
  readonly drafts: readonly { readonly draft: TermDraft; readonly span: Span | undefined }[];
  readonly loras: readonly PlacedLora[];
  readonly warnings: readonly Warning[];
  readonly settings: StatedSettings;
}

function settingsIn(words: string, { parameters, images }: Split, grammar: GrammarId): StatedSettings {
  if (grammar === "midjourney") return settingsOfFlags(words, parameters ?? [], images ?? []);
  return parameters === undefined ? NOTHING : settingsOfMembers(words, parameters);
}

function readPassage(passage: Passage, text: string, grammar: GrammarId, options: ReadOptions): PassageRead {
  const { text: words, offset, polarity } = passage;
  const { phrases, split, warnings } = readPhrases(words, grammar, polarity, options);
  const drafts = phrases.map(({ facet, text: said, weight, polarity: sign, reason, span }) => ({
    draft: {
      facet,
      text: said,
      weight,
      polarity: sign,
      evidence: [{ source: `user:${grammar}`, note: reason }],
    },
    span: offset === undefined ? undefined : moved(span, offset),
  }));
  const placed = warnings.map(({ span, ...warning }) =>
    span === undefined || offset === undefined ? warning : { ...warning, span: moved(span, offset) },
  );
  return {
    drafts,
    loras: split.loras.map((lora) => placeLora(lora, text, offset !== undefined)),
    warnings: [...placed, ...drafts.flatMap(({ draft, span }) => clampWarning(draft, span))],
    settings: polarity === "include" ? settingsIn(words, split, grammar) : NOTHING,
  };
}

function placesOf(blueprint: Blueprint, spans: readonly (Span | undefined)[]): Understood["places"]["terms"] {
  const entries = blueprint.terms.flatMap((term, index) => {
    const span = spans[index];
    return span === undefined ? [] : [[term.id, span] as const];
  });
  return Object.fromEntries(entries);
}

function placesOfLinks({ references }: Blueprint, text: string): Understood["places"]["references"] {
  const entries = references.map(({ url }) => {
    const start = Math.max(0, text.indexOf(url));
    return [url, { start, end: start + url.length }] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * A prompt taken apart and put in order: its phrases as terms, the frame, what it states beside them, and where
 * everything stands. Generation texts ("Negative prompt:", "Steps: 20, ...") are read whole. Never throws.
 */
export function understand(
  text: string,
  grammar: GrammarId | "auto" = "auto",
  options: UnderstandOptions = {},
): Understood {
  const source = sourceOf(text, grammar, options.negative ?? "");
  const read = source.passages.map((passage) => readPassage(passage, text, source.grammar, options));
  const settings = source.settings ?? read[0]?.settings ?? NOTHING;
  const drafts = read.flatMap((passage) => passage.drafts);
  const blueprint = createBlueprint({
    frame: frameOf(settings.parameters),
    terms: drafts.map(({ draft }) => draft),
    references: settings.references,
  });
  return {
    grammar: source.grammar,
    blueprint,
    parameters: settings.parameters,
    loras: read.flatMap(({ loras }) => loras),
    places: {
      terms: placesOf(
        blueprint,
        drafts.map(({ span }) => span),
      ),
      parameters: settings.places,
      references: placesOfLinks(blueprint, text),
    },
    warnings: [...read.flatMap(({ warnings }) => warnings), ...settings.warnings],
  };
}
