import { cleanPhrase, dropIneffectiveWeight, wordRange } from "./clean-phrase.js";
import type { Choice, Draft, Piece } from "./draft.js";
import { warn } from "./draft.js";
import { gluedRuns } from "./glue.js";
import type { Part } from "./part.js";
import type { Phrase } from "./phrase.js";
import { segmentsOf } from "./segments.js";

/** Alternatives inside one phrase beyond these are joined to the last. */
const MOST_VARIANTS = 8;

/** The alternative of each piece: 0, 1, ... inside outermost choices, -1 elsewhere. Boundaries become -2. */
function optionsOf(pieces: readonly Piece[], choices: readonly Choice[]): Int32Array {
  const options = new Int32Array(pieces.length).fill(-1);
  let outerEnd = 0;
  for (const choice of [...choices].sort((x, y) => x.from - y.from || y.to - x.to)) {
    if (choice.from < outerEnd) continue;
    outerEnd = choice.to;
    const between = new Set(choice.between);
    let option = 0;
    for (let index = choice.from; index < choice.to; index += 1) {
      if (between.has(index)) {
        options[index] = -2;
        option += 1;
      } else options[index] = option;
    }
  }
  return options;
}

interface Placed {
  readonly piece: Piece;
  readonly at: number;
  readonly length: number;
  readonly option: number;
}

/** The words of a draft in one string, and where each piece of it comes from. */
interface Joined {
  readonly text: string;
  readonly pieces: readonly Placed[];
}

function join(draft: Draft): Joined {
  const options = optionsOf(draft.pieces, draft.choices);
  const texts: string[] = [];
  let at = 0;
  const pieces = draft.pieces.map((piece, index) => {
    const option = options[index] ?? -1;
    const broken = piece.kind === "break" || (piece.kind === "option" && option !== -2);
    const text = broken ? "\n" : option === -2 ? "" : piece.text;
    texts.push(text);
    const placed = { piece, at, length: text.length, option };
    at += text.length;
    return placed;
  });
  return { text: texts.join(""), pieces };
}

/** What of a placed piece lies in [from, to) of the joined text. */
function clip({ piece, at, length, option }: Placed, from: number, to: number): Part | undefined {
  const low = Math.max(from, at);
  const high = Math.min(to, at + length);
  if (high <= low) return undefined;
  const { kind, text, weight } = piece;
  const whole = kind !== "text";
  const start = whole ? piece.start : piece.start + (low - at);
  const end = whole ? piece.end : piece.start + (high - at);
  return { text: text.slice(low - at, high - at), start, end, weight, option };
}

/** Parts that touch in the source and are alike are one. */
function append(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  const exact =
    part.end - part.start === part.text.length && last?.end === (last?.start ?? 0) + (last?.text.length ?? 0);
  const alike =
    exact && last?.end === part.start && last.weight === part.weight && last.option === part.option;
  if (last === undefined || !alike) parts.push(part);
  else parts[parts.length - 1] = { ...last, text: last.text + part.text, end: part.end };
}

/** The parts of each segment, in one pass over the pieces. */
function partsOfSegments(joined: Joined): Part[][] {
  let index = 0;
  return segmentsOf(joined.text).map(({ from, to }) => {
    const parts: Part[] = [];
    for (; index < joined.pieces.length; index += 1) {
      const placed = joined.pieces[index] as Placed;
      if (placed.at >= to) break;
      const part = clip(placed, from, to);
      if (part !== undefined) append(parts, part);
      if (placed.at + placed.length > to) break;
    }
    return parts;
  });
}

/** Parts by alternative, in order of first appearance. */
function byOption(parts: readonly Part[]): Map<number, Part[]> {
  const groups = new Map<number, Part[]>();
  for (const part of parts) {
    const same = groups.get(part.option);
    if (same === undefined) groups.set(part.option, [part]);
    else same.push(part);
  }
  return groups;
}

/** The segment said once with each of its alternatives; those beyond the eighth stand alone. */
function variantsOf(parts: readonly Part[]): (readonly Part[])[] {
  const groups = byOption(parts);
  const fixed = groups.get(-1)?.some((part) => part.text.trim() !== "") === true;
  groups.delete(-1);
  if (groups.size < 2) return [parts];
  return [...groups].map(([option, alone], index) =>
    fixed && index < MOST_VARIANTS
      ? parts.filter((part) => part.option < 0 || part.option === option)
      : alone,
  );
}

export interface PhraseStyle {
  /** Underscores between words are spaces. */
  readonly underscores: boolean;
  /** A number behind a colon was meant as a weight. */
  readonly looseWeights: boolean;
}

function hasWords({ text }: Part): boolean {
  const { from, to } = wordRange(text);
  return from < to;
}

function phraseOf(run: readonly Part[], weight: number, style: PhraseStyle): Phrase | undefined {
  const raw = run.map((part) => part.text).join("");
  const cleaned = cleanPhrase(raw, style);
  const text = style.looseWeights ? dropIneffectiveWeight(cleaned) : cleaned;
  if (text === "") return undefined;
  const first = run.find(hasWords) as Part;
  const last = run.findLast(hasWords) as Part;
  const { from } = wordRange(first.text);
  const { to } = wordRange(last.text);
  const start = first.end - first.start === first.text.length ? first.start + from : first.start;
  const end = last.end - last.start === last.text.length ? Math.max(last.start + to, start) : last.end;
  const polarity = weight < 0 ? "exclude" : "include";
  return { text, weight: Math.abs(weight), polarity, start, end };
}

/**
 * Phrases of a draft in reading order: parted at separators, at breaks and at weighed brackets that hold whole
 * phrases; brackets within a phrase stay in it and give it their mean.
 */
export function formPhrases(source: string, draft: Draft, style: PhraseStyle): Phrase[] {
  const phrases: Phrase[] = [];
  for (const parts of partsOfSegments(join(draft))) {
    for (const variant of variantsOf(parts)) {
      for (const run of gluedRuns(source, variant)) {
        const phrase = phraseOf(run.parts, run.weight, style);
        if (phrase === undefined) continue;
        phrases.push(phrase);
        if (run.mixed)
          warn(draft, phrase, `"${phrase.text}" has words of several weights; it takes their mean`);
        if (phrase.weight === 0) warn(draft, phrase, `"${phrase.text}" weighs nothing`);
      }
    }
  }
  return phrases;
}
