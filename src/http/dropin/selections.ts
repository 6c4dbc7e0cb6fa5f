import { compile } from "../../app/compile.js";
import type { Description } from "../../app/describe.js";
import { negativeOf } from "../../app/negative.js";
import type { Facet } from "../../blueprint/facets.js";
import { CONTENT_FACETS } from "../../blueprint/facets.js";
import type { Blueprint, Term } from "../../blueprint/types.js";
import { MAX_PHRASE, MAX_TERMS } from "../schemas/limits.js";
import { ownPrompt } from "./own-prompt.js";

export const MODES = ["best", "fast", "classic", "negative"] as const;

export type Mode = (typeof MODES)[number];

/** What these prompts are for: the models that the interrogators were made for. */
export const TARGET = "sd15";

/** Phrases beside the caption in a "fast" prompt, and flavors in a "classic" one. @source clip-interrogator */
const FAST = 32;
const CLASSIC = 3;

const FLAVORS: readonly Facet[] = [
  "detail",
  "lighting",
  "atmosphere",
  "palette",
  "composition",
  "camera",
  "quality",
];

type Table = "medium" | "artist" | "movement" | "trending" | "flavor";

/** The tables of the interrogators, as facets; none tells which site likes what, so that nothing is trending. */
const TABLES: { readonly [T in Table]: readonly Facet[] } = {
  medium: ["medium"],
  artist: ["artist"],
  movement: ["style"],
  trending: [],
  flavor: FLAVORS,
};

/** Labels and their scores, by table. */
export type Analysis = { readonly [T in Table]: { readonly [label: string]: number } };

const TOP = 5;

/** The interrogators' tables by the lists that a CLIP model has ranked. */
const LISTS: { readonly [T in Table]: string } = {
  medium: "mediums",
  artist: "artists",
  movement: "movements",
  trending: "trendings",
  flavor: "flavors",
};

/** The included terms of some facets, the surest first, ties in their order. */
function surest({ terms }: Blueprint, facets: readonly Facet[]): Term[] {
  return terms
    .filter(({ polarity, facet }) => polarity === "include" && facets.includes(facet))
    .sort((x, y) => y.confidence - x.confidence);
}

/** The blueprint without what would hold the server up: a file's own prompt may be of any length. */
function bounded(blueprint: Blueprint): Blueprint {
  const terms = blueprint.terms.filter(({ text }) => text.length <= MAX_PHRASE).slice(0, MAX_TERMS);
  return { ...blueprint, terms };
}

/** What it shows, and some of how: the first few of all flavors, or one of each table and fewer flavors. */
function selected(blueprint: Blueprint, mode: "fast" | "classic"): Blueprint {
  const look: readonly Facet[] = ["medium", "artist", "style", "text", ...FLAVORS];
  const chosen =
    mode === "fast"
      ? surest(blueprint, look).slice(0, FAST)
      : [
          ...(["medium", "artist", "style"] as const).flatMap((facet) =>
            surest(blueprint, [facet]).slice(0, 1),
          ),
          ...surest(blueprint, FLAVORS).slice(0, CLASSIC),
        ];
  const terms = blueprint.terms.filter(
    (term) => CONTENT_FACETS.includes(term.facet) || chosen.includes(term),
  );
  return { ...blueprint, terms };
}

/**
 * The prompt of a mode. The file's own prompt stands for "best", "fast" and "classic", its own negative prompt for
 * "negative"; else what a model said in this mode; else what was measured.
 *
 * @param description with its prompt for `TARGET`
 */
export async function promptOf(description: Description, mode: Mode): Promise<string> {
  const own = ownPrompt(description, mode === "negative" ? "negative" : "prompt");
  if (own !== undefined) return own;
  if (description.engine.prompt !== undefined) return description.engine.prompt;
  if (mode === "best") return description.prompts[0]?.text ?? "";
  const blueprint = bounded(description.blueprint);
  if (mode !== "negative") return (await compile(selected(blueprint, mode), TARGET)).text;
  return (await compile(negativeOf(blueprint, {}).blueprint, TARGET)).negative ?? "";
}

function rankedOf(rankings: NonNullable<Description["engine"]["rankings"]>): Analysis {
  const tables = Object.entries(LISTS).map(([table, list]) => {
    const labels = (rankings[list] ?? []).slice(0, TOP).map(({ text, score }) => [text, score] as const);
    return [table, Object.fromEntries(labels)];
  });
  return Object.fromEntries(tables) as Analysis;
}

/**
 * Up to five labels of each table, the surest first; a score is the cosine similarity that a model found, or the
 * phrase's confidence where none was asked.
 */
export function analysisOf({ blueprint, engine }: Description): Analysis {
  if (engine.rankings !== undefined) return rankedOf(engine.rankings);
  const ranked = Object.entries(TABLES).map(([table, facets]) => {
    const labels = new Map<string, number>();
    for (const { facet, text, confidence } of surest(blueprint, facets)) {
      const label = facet === "artist" && !/^by /iu.test(text) ? `by ${text}` : text;
      if (!labels.has(label) && labels.size < TOP) labels.set(label, confidence);
    }
    return [table, Object.fromEntries(labels)];
  });
  return Object.fromEntries(ranked) as Analysis;
}
