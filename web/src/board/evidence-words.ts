import type { Evidence, Region, Term } from "imprompt/core";
import { GRAMMAR_NAMES } from "../state/grammar-names";

const TOOLS: { readonly [slug: string]: string } = {
  a1111: "AUTOMATIC1111",
  "a1111-web-ui": "AUTOMATIC1111",
  comfyui: "ComfyUI",
  fooocus: "Fooocus",
  invokeai: "InvokeAI",
  midjourney: "Midjourney",
  novelai: "NovelAI",
  swarmui: "SwarmUI",
};

function spaced(slug: string): string {
  return slug.replaceAll("-", " ");
}

function titled(slug: string): string {
  return spaced(slug).replace(/(?:^| )\p{L}/gu, (letter) => letter.toUpperCase());
}

function grammarName(id: string): string {
  return Object.entries(GRAMMAR_NAMES).find(([known]) => known === id)?.[1] ?? titled(id);
}

const KINDS: { readonly [kind: string]: (name: string) => string } = {
  analysis: (name) => `Measured: ${spaced(name)}`,
  blend: (name) => `From picture ${name}`,
  blip: (name) => `Captioned by BLIP ${name}`.trim(),
  clip: (name) => `Recognized by CLIP ${name}`.trim(),
  clock: () => "Guessed from the time it was taken",
  detector: () => "Seen: people and things",
  exif: () => "From the camera's own notes",
  "file-name": () => "Guessed from the file's name",
  iptc: (name) => `From the file's ${name === "keywords" ? "keywords" : "caption"}`,
  metadata: (name) => `From the file: ${TOOLS[name] ?? titled(name)}`,
  negative: (name) => (name === "derived" ? "The contrary of what is shown" : "Usually excluded"),
  perception: (name) => `Seen: ${spaced(name)}`,
  reader: () => "Read in the picture",
  recipe: (name) => `From the recipe ${name}`,
  style: () => "Common to the pictures of a style",
  user: (name) => (name === "" ? "Yours" : `Yours, from a prompt: ${grammarName(name)}`),
  vary: (name) => `Varied: ${spaced(name)}`,
};

/** Where a phrase comes from, in plain words: "analysis:palette" is "Measured: palette". */
export function sourceWords(source: string): string {
  const colon = source.indexOf(":");
  const kind = colon < 0 ? source : source.slice(0, colon);
  const name = colon < 0 ? "" : source.slice(colon + 1);
  return KINDS[kind]?.(name) ?? `From ${spaced(source)}`;
}

/** Which third of the picture a number from 0 to 1 falls in. */
function third<T>(at: number, names: readonly [T, T, T]): T {
  return names[at < 1 / 3 ? 0 : at < 2 / 3 ? 1 : 2];
}

/** "in the upper left, 12% of the picture". */
export function regionWords({ x, y, width, height }: Region): string {
  const across = third(x + width / 2, ["left", "", "right"]);
  const down = third(y + height / 2, ["upper", "", "lower"]);
  const area = Math.round(width * height * 100);
  const share = `${area < 1 ? "under 1" : area}% of the picture`;
  if (across === "" && down === "") return `in the middle, ${share}`;
  if (down === "") return `on the ${across}, ${share}`;
  return across === "" ? `in the ${down} middle, ${share}` : `in the ${down} ${across}, ${share}`;
}

/** All that a piece of evidence says, source first. */
export function evidenceWords({ source, note }: Evidence): string {
  return note === undefined || note === "" ? sourceWords(source) : `${sourceWords(source)} (${note})`;
}

/** How sure, in words; the steps are ours. */
export function sureWords(confidence: number): string {
  if (confidence >= 0.97) return "certain";
  if (confidence >= 0.8) return "well supported";
  if (confidence >= 0.6) return "likely";
  if (confidence >= 0.45) return "about even";
  return confidence >= 0.25 ? "doubtful" : "a long shot";
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Why a phrase stands on the board, in one line. */
export function reasonWords(term: Term): string {
  return term.evidence.map(evidenceWords).join("; ");
}

/** A chip's name to those who do not see it: the phrase, then its marks. */
export function chipName(term: Term, out: boolean): string {
  const { text, weight, confidence, polarity, pinned, hypothesis } = term;
  return [
    text,
    ...(polarity === "exclude" ? ["excluded"] : []),
    `${percent(confidence)} sure`,
    ...(out ? ["stays out of the prompts"] : []),
    ...(hypothesis === true ? ["a guess"] : []),
    ...(weight === 1 ? [] : [`weight ${Math.round(weight * 100) / 100}`]),
    ...(pinned === true ? ["pinned"] : []),
  ].join(", ");
}
