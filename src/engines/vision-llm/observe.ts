import { clamp, round } from "../../base/number.js";
import type { Warning } from "../../base/warning.js";
import type { Facet } from "../../blueprint/facets.js";
import { CONTENT_FACETS } from "../../blueprint/facets.js";
import type { Observation } from "../../blueprint/observation.js";
import { classify } from "../../vocabulary/classify.js";
import { phraseKey } from "../../vocabulary/key.js";
import type { ArtistPolicy, InterrogationMode } from "../types.js";
import type { Cleaned, Fault } from "./clean-phrase.js";
import { cleanLettering, cleanPhrases } from "./clean-phrase.js";
import type { Asked } from "./facets.js";
import { ASKED } from "./facets.js";
import type { SaidFacet } from "./read-answer.js";

export interface Seeing {
  /** "vision-llm:llava:7b" */
  readonly source: string;
  readonly mode: InterrogationMode;
  readonly artists: ArtistPolicy;
}

export interface Seen {
  readonly observations: readonly Observation[];
  readonly warnings: readonly Warning[];
}

/** What a model says without saying how sure it is. */
const UNSAID = 0.6;
/** Models are surer than they are right: so much of their confidence is taken. */
const TRUST = 0.9;
/** What a model itself hardly believes is not passed on. */
const FAINTEST = 0.2;
/** How often the vocabulary has to be right about a phrase before the model is overruled. */
const KNOWN = 0.95;
const KNOWN_ARTIST = 0.85;

/** Phrases of a facet that are looked at; a model that lists more goes on for its own sake. */
const MOST_READ = 60;

const ARTIST = ASKED.find(({ facet }) => facet === "artist");

/** Frames around a name: "in the style of Hokusai". */
const RESEMBLES =
  /^(?:(?:strongly |somewhat |slightly )?(?:in the style of|style of|inspired by|influenced by|reminiscent of|resembl(?:es|ing)|similar to|evocative of|work(?:s)? (?:of|by)|art by|by|like|the) )+(?=\S)|(?:'s)?(?:[- ]like| style| inspired| works?| films?| paintings?| prints?)$/giu;

/** Facets in which model and vocabulary mean the same by a word; what is shown and written is the model's to say. */
function isLook(facet: Facet): boolean {
  return !CONTENT_FACETS.includes(facet) && facet !== "text" && facet !== "artist";
}

/**
 * Where a phrase belongs: as the model says, but that the vocabulary's own phrases stay in their facet, names of
 * artists do not hide among styles, and praise is no observation.
 */
function placeOf(text: string, asked: Asked): Asked | undefined {
  if (!isLook(asked.facet)) return asked;
  const { facet, confidence } = classify(text);
  if (facet === "quality" && confidence >= KNOWN_ARTIST) return undefined;
  if (facet === "artist" && confidence >= KNOWN_ARTIST) return ARTIST;
  const moves = confidence >= KNOWN && isLook(facet) && facet !== asked.facet;
  return moves ? (ASKED.find((other) => other.facet === facet) ?? asked) : asked;
}

interface Tally {
  repeated: number;
  looped: number;
  readonly faults: { [F in Fault]: number };
  surplus: number;
}

interface Candidate {
  readonly asked: Asked;
  readonly text: string;
  readonly sure: number | undefined;
}

function candidatesOf(facets: readonly SaidFacet[], tally: Tally): Candidate[] {
  return facets.flatMap(({ asked, phrases }) => {
    tally.surplus += Math.max(0, phrases.length - MOST_READ);
    return phrases.slice(0, MOST_READ).flatMap(({ text: raw, sure }) => {
      const cleaned: readonly Cleaned[] = asked.facet === "text" ? [cleanLettering(raw)] : cleanPhrases(raw);
      return cleaned.flatMap((phrase) => {
        if (phrase.looped) tally.looped += 1;
        if ("fault" in phrase) {
          tally.faults[phrase.fault] += 1;
          return [];
        }
        const place = placeOf(phrase.text, asked);
        if (place === undefined) return [];
        const text = place.facet === "artist" ? phrase.text.replace(RESEMBLES, "").trim() : phrase.text;
        return text === "" ? [] : [{ asked: place, text, sure }];
      });
    });
  });
}

function observationOf({ asked, text, sure }: Candidate, source: string): Observation {
  const confidence = round(clamp(TRUST * (sure ?? UNSAID), 0, asked.ceiling), 3);
  return {
    facet: asked.facet,
    text,
    confidence,
    evidence: {
      source,
      ...(sure === undefined ? {} : { score: sure }),
      ...(asked.facet === "artist" ? { note: "resembles" } : {}),
    },
    ...(asked.facet === "artist" ? { hypothesis: true } : {}),
  };
}

function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}

function warningsOf({ repeated, looped, faults, surplus }: Tally, where: string): Warning[] {
  const partial = (message: string): Warning => ({ code: "engine-limited", message, where });
  const rounds = looped + repeated;
  return [
    ...(looped > 0 || repeated >= 3
      ? [
          partial(
            `the model went round in circles; ${count(rounds, "repetition was", "repetitions were")} cut`,
          ),
        ]
      : []),
    ...(faults.instruction > 0
      ? [
          partial(
            `${count(faults.instruction, "phrase that reads as an instruction was", "phrases that read as instructions were")} left out`,
          ),
        ]
      : []),
    ...(faults["too-long"] > 0
      ? [partial(`${count(faults["too-long"], "phrase was", "phrases were")} too long and left out`)]
      : []),
    ...(surplus > 0
      ? [partial(`${count(surplus, "phrase was", "phrases were")} more than asked for and left out`)]
      : []),
  ];
}

function isWanted(facet: Facet, { mode, artists }: Seeing): boolean {
  if (mode === "caption" || (facet === "artist" && artists === "off")) return false;
  return mode !== "style" || (!CONTENT_FACETS.includes(facet) && facet !== "text");
}

/**
 * Observations from what a model said, in the order of the facets: each meaning once, at its first place, no more
 * of a facet than was asked for, artists as guesses.
 */
export function observe(facets: readonly SaidFacet[], seeing: Seeing): Seen {
  const tally: Tally = {
    repeated: 0,
    looped: 0,
    faults: { empty: 0, "too-long": 0, instruction: 0 },
    surplus: 0,
  };
  const known = new Set<string>();
  const perFacet = new Map<Facet, Candidate[]>();
  for (const candidate of candidatesOf(facets, tally)) {
    const { asked, text, sure } = candidate;
    if (!isWanted(asked.facet, seeing) || (sure ?? UNSAID) < FAINTEST) continue;
    const key = asked.facet === "text" ? `text ${text}` : phraseKey(text);
    if (known.has(key)) {
      tally.repeated += 1;
      continue;
    }
    known.add(key);
    const kept = perFacet.get(asked.facet) ?? [];
    if (kept.length >= asked.most) tally.surplus += 1;
    else perFacet.set(asked.facet, [...kept, candidate]);
  }
  const observations = ASKED.flatMap(({ facet }) =>
    (perFacet.get(facet) ?? []).map((candidate) => observationOf(candidate, seeing.source)),
  );
  return { observations, warnings: warningsOf(tally, seeing.source) };
}
