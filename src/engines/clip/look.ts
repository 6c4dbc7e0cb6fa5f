import type { Warning } from "../../base/warning.js";
import type { Observation } from "../../blueprint/observation.js";
import { Picture } from "../../image/picture.js";
import type { Raster } from "../../image/raster.js";
import type { Clip } from "../../models/types.js";
import type { EngineAnswer, EngineContext, EngineOptions, Rankings } from "../types.js";
import { clipInterrogatorLists } from "./interrogate/compat/phrase-lists.js";
import { interrogate } from "./interrogate/index.js";
import { CAPTION } from "./interrogate/pieces.js";
import type { Interrogation, Resemblance } from "./interrogate/types.js";
import { setKeyOf } from "./phrases/cache-layout.js";
import { clarityWarning } from "./phrases/clarity.js";
import { leadersOf } from "./phrases/leaders.js";
import { lookCloser } from "./phrases/look-closer.js";
import type { SeenPhrase } from "./phrases/observations.js";
import { observationsOf } from "./phrases/observations.js";
import type { OpenedTables } from "./phrases/open-tables.js";
import { openTables } from "./phrases/open-tables.js";
import { readPhraseLists } from "./phrases/read-lists.js";
import { standardLists } from "./phrases/standard-lists.js";
import type { Standings } from "./phrases/standings.js";
import { standingsOf } from "./phrases/standings.js";
import { greatest, rowOf } from "./phrases/top-k.js";
import type { PhraseList } from "./phrases/types.js";

/** Pictures that a CLIP model that is loaded is to look at. All of it is plain data: it crosses to another process. */
export interface LookRequest {
  readonly pictures: readonly LookedAt[];
  readonly options: EngineOptions;
  /** Where phrase embeddings are kept; created when it is not there. */
  readonly cacheFolder: string;
}

export interface LookedAt {
  /** What messages call it. */
  readonly name: string;
  readonly raster: Raster;
  readonly caption?: string;
}

/** Looks with one model, and keeps the tables of its last question. */
export type Look = (request: LookRequest, context: EngineContext) => Promise<readonly EngineAnswer[]>;

/** Confidence below which a phrase of a prompt says more of the vocabulary than of the picture. */
const LEAST = 0.2;

/** Phrases of each list that an answer tells. */
const RANKED = 5;

const bareArtist = (phrase: string): string => phrase.replace(/^by /u, "");

/** @throws ImpromptError what `readPhraseLists` throws */
async function listsFor({ lists, compat }: EngineOptions): Promise<readonly PhraseList[]> {
  if (compat === undefined) return lists === undefined ? standardLists() : readPhraseLists(lists);
  if (lists !== undefined) return clipInterrogatorLists(await readPhraseLists(lists, "verbatim"));
  const own = standardLists().map(({ name, phrases }) => ({
    name,
    phrases: name === "artists" ? phrases.map(bareArtist) : phrases,
  }));
  return clipInterrogatorLists(own);
}

function rankingsOf({ tables, scores }: Standings): Rankings {
  return Object.fromEntries(
    tables.map(({ name, phrases }, at) => {
      const own = scores[at] ?? new Float64Array();
      const best = greatest(own, RANKED).map((row) => ({
        text: phrases[row] ?? "",
        score: Number((own[row] ?? 0).toFixed(6)),
      }));
      return [name, best];
    }),
  );
}

function resembled({ artist, score, confidence }: Resemblance, source: string): Observation {
  return {
    facet: "artist",
    text: bareArtist(artist),
    confidence,
    evidence: { source, score, note: "resembles" },
    hypothesis: true,
  };
}

/** The subject that resembles the picture most; none where no list has subjects. */
function bestSubject({ tables, scores }: Standings): SeenPhrase[] {
  const table = "subjects";
  const at = tables.findIndex(({ name }) => name === table);
  const own = scores[at] ?? [];
  return greatest(own, 1).map((row) => ({
    text: tables[at]?.phrases[row] ?? "",
    table,
    score: own[row] ?? 0,
  }));
}

/** Modes that say nothing of what is shown. */
const SUBJECTLESS: ReadonlySet<string> = new Set(["style", "negative"]);

interface Looked {
  readonly picture: LookedAt;
  readonly standings: Standings;
  readonly interrogation: Interrogation;
  readonly source: string;
}

/**
 * What the prompt is made of, then what stands out beside it. Where no caption says what is shown, the best subject
 * does, however unsure.
 */
function observationsIn({ picture, standings, interrogation, source }: Looked): Observation[] {
  const { mode, phrases, artists } = interrogation;
  const chosen = phrases.filter(({ table }) => table !== CAPTION);
  const subject = picture.caption === undefined && !SUBJECTLESS.has(mode) ? bestSubject(standings) : [];
  const leaders = leadersOf(standings)
    .filter(({ facet }) => facet !== "artist" && (facet !== "subject" || picture.caption === undefined))
    .map(({ phrase, table, score }) => ({ text: phrase, table, score }));
  const guesses = artists.map((artist) => resembled(artist, source));
  if (mode !== "negative") {
    const seen = observationsOf([...chosen, ...leaders], { source, standings });
    return [
      ...observationsOf(subject, { source, standings }),
      ...seen.filter(({ confidence }) => confidence >= LEAST),
      ...guesses,
    ];
  }
  return [
    ...observationsOf(leaders, { source, standings }),
    ...observationsOf(chosen, { source, standings, polarity: "exclude" }),
    ...guesses,
  ];
}

/** Parts are looked at where time is no object and no other tool's answer is wanted. */
function looksCloser({ mode = "best", compat, quality }: EngineOptions): boolean {
  return mode === "best" && compat === undefined && quality !== "turbo";
}

interface Tools {
  readonly clip: Clip;
  readonly rough: Clip | undefined;
  readonly opened: OpenedTables;
  readonly options: EngineOptions;
  readonly context: EngineContext;
}

async function lookAtOne(
  picture: LookedAt,
  image: Float32Array,
  { clip, rough, opened, options, context }: Tools,
): Promise<EngineAnswer> {
  const { tables } = opened;
  const { signal } = context;
  const { mode = "best", compat, quality, artists } = options;
  const source = `clip:${clip.name}`;
  const standings = standingsOf(tables, image);
  const caption = picture.caption ?? bestSubject(standings)[0]?.text ?? "";
  const interrogation = await interrogate(
    { image, caption },
    { clip, tables, ...(rough === undefined ? {} : { rough }) },
    {
      mode,
      ...(compat === undefined ? {} : { compat }),
      ...(quality === undefined ? {} : { quality }),
      ...(artists === undefined ? {} : { artists }),
      signal,
      onProgress: (done, total) => context.onProgress?.({ what: "composing the prompt", done, total }),
    },
  );
  const looked: Looked = { picture, standings, interrogation, source };
  const closer = looksCloser(options)
    ? (await lookCloser(new Picture(picture.raster), clip, standings, { source, signal })).observations
    : [];
  const weak = clarityWarning(standings.clarity);
  const warnings: Warning[] = [...opened.warnings, ...(weak === undefined ? [] : [weak])];
  return {
    source,
    observations: [...observationsIn(looked), ...closer],
    prompt: interrogation.prompt,
    ...(picture.caption === undefined || picture.caption === "" ? {} : { caption: picture.caption }),
    rankings: rankingsOf(standings),
    warnings: warnings.map((warning) => ({ where: picture.name, ...warning })),
  };
}

/**
 * @param clip stays its owner's to close
 * @param openRough the same model, quick and nearly right; asked for where turbo is, and its owner's to close too
 */
export function createLook(clip: Clip, openRough: () => Promise<Clip>): Look {
  let last: { readonly key: string; readonly opened: OpenedTables } | undefined;
  const tablesOf = async (
    { options, cacheFolder: folder }: LookRequest,
    { signal, onProgress }: EngineContext,
  ): Promise<OpenedTables> => {
    const lists = await listsFor(options);
    const key = `${folder}\n${setKeyOf(clip.fingerprint, lists)}`;
    if (last?.key === key) return last.opened;
    const opened = await openTables(lists, clip, {
      folder,
      ...(options.lists === undefined ? {} : { foreign: options.lists }),
      signal,
      onProgress: (done, total) => onProgress?.({ what: "embedding phrases", done, total }),
    });
    last = { key, opened: { ...opened, warnings: [] } }; // told once
    return opened;
  };
  return async (request, context) => {
    const { pictures, options } = request;
    const opened = await tablesOf(request, context);
    const images = await clip.embedImages(
      pictures.map(({ raster }) => raster),
      {
        signal: context.signal,
        onProgress: (done, total) => context.onProgress?.({ what: "looking", done, total }),
      },
    );
    const answers: EngineAnswer[] = [];
    const turbo = options.quality === "turbo" && options.compat === undefined;
    const tools: Tools = { clip, rough: turbo ? await openRough() : undefined, opened, options, context };
    for (const [at, picture] of pictures.entries()) {
      answers.push(await lookAtOne(picture, rowOf(images, at), tools));
    }
    return answers;
  };
}
