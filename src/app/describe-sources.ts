import { phraseCamera } from "../analysis/camera/index.js";
import { phraseHints } from "../analysis/hints/index.js";
import type { Facet } from "../blueprint/facets.js";
import type { Observation } from "../blueprint/observation.js";
import type { Frame } from "../blueprint/types.js";
import type { Seen } from "../engines/embedded/index.js";
import { interpret } from "../engines/embedded/index.js";
import type { EngineAnswer } from "../engines/types.js";
import type { Reading } from "../metadata/types.js";
import { classify } from "../vocabulary/classify.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import type { Seeing } from "./describe-eyes.js";
import type { OpenedInput } from "./ports.js";
import { recall } from "./recall.js";

/** All that is known of a picture before it is fused. */
export interface Known {
  readonly opened: OpenedInput;
  readonly reading: Reading;
  readonly decoded: Frame;
  readonly seen: Seen;
  readonly seeing: Seeing;
}

/** What the user says of the picture, and the words that are known. */
export interface Wishes {
  readonly subject?: string;
  readonly set?: readonly { readonly facet: Facet; readonly text: string }[];
  readonly vocabulary?: Vocabulary;
}

/** Other eyes' words only where the true prompt is silent: it is translated, not rewritten. */
function fillIn(recalled: readonly Observation[], others: readonly Observation[]): Observation[] {
  const told = new Set(recalled.filter((seen) => seen.polarity !== "exclude").map((seen) => seen.facet));
  return told.size === 0 ? [...others] : others.filter((seen) => !told.has(seen.facet));
}

/** The user's words, so that eyes know what is named already; the blueprint gets them from its edit. */
function saidByUser({ subject, set = [] }: Wishes): Observation[] {
  const named = subject === undefined ? [] : [{ facet: "subject" as const, text: subject }];
  return [...named, ...set].map((said) => ({ ...said, confidence: 1, evidence: { source: "user" } }));
}

function hintsOf({ opened, reading }: Known, vocabulary: Vocabulary | undefined): Observation[] {
  const known = vocabulary === undefined ? {} : { vocabulary };
  const writing = { ...reading.description, fileName: opened.name };
  return phraseHints(writing, (phrase) => classify(phrase, known));
}

/** The recalled prompt first, then what the camera, people, the engine and own eyes have to add to it. */
export function sourcesOf(known: Known, answer: EngineAnswer | undefined, options: Wishes): Observation[][] {
  const { reading, decoded, seen, seeing } = known;
  const recalled = reading.recovered === null ? [] : recall(reading.recovered, options.vocabulary);
  const user = saidByUser(options);
  const told = [
    ...user,
    ...recalled,
    ...phraseCamera(reading.camera),
    ...hintsOf(known, options.vocabulary),
    ...(answer?.observations ?? []),
  ];
  const { width, height } = decoded;
  const elsewhere = new Set([...user, ...recalled]);
  const others = interpret(told, seen, seeing, { width, height }).filter((each) => !elsewhere.has(each));
  return [recalled, fillIn(recalled, others)];
}
