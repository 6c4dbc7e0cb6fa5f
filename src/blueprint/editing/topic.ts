import type { Facet } from "../facets.js";

interface Pole {
  readonly name: string;
  /** Words that name it, as the source of a pattern. */
  readonly says: string;
  /** Words that cannot stand beside it though they name no pole. */
  readonly clashes?: string;
}

/** Something that runs through several facets and is one thing in a picture. */
export interface Topic {
  /** Where new phrases go when there is no old one to take the place of. */
  readonly home: Facet;
  /** Where a phrase that names it is about nothing else and goes as a whole. */
  readonly wholly: readonly Facet[];
  /** Where it is said beside other things; only its own words go. */
  readonly partly: readonly Facet[];
  readonly poles: readonly Pole[];
}

const SUN = "sun(?:ny|light|lit|beams?|shine|rays?)?|blue sk(?:y|ies)";

const MOON = "moon|stars|starr?y(?: sk(?:y|ies))?|starlight|starlit";

const TIME_OF_DAY: Topic = {
  home: "lighting",
  wholly: ["lighting", "atmosphere"],
  partly: ["setting", "subject", "action"],
  poles: [
    {
      name: "day",
      says: "daylight|midday|mid-day|noon|daytime|sunny day|afternoon|broad day",
      clashes: MOON,
    },
    {
      name: "dawn",
      says: "dawn|sunrise|daybreak|early morning|morning",
      clashes: "starr?y(?: sk(?:y|ies))?",
    },
    { name: "low sun", says: "golden hour|magic hour", clashes: MOON },
    { name: "dusk", says: "sunset|dusk|twilight|evening", clashes: "blue sk(?:y|ies)" },
    { name: "blue hour", says: "blue hour", clashes: SUN },
    { name: "night", says: "night(?:time)?|midnight|moonlight|moonlit|nocturnal", clashes: SUN },
  ],
};

const SEASON: Topic = {
  home: "atmosphere",
  wholly: ["atmosphere", "lighting"],
  partly: ["setting", "subject", "action"],
  poles: [
    {
      name: "spring",
      says: "(?<!hot )spring(?:time)?(?! water)|cherry blossoms?|blossoms|blossoming",
      clashes: "fallen leaves",
    },
    { name: "summer", says: "(?:mid)?summer(?:time|y)?" },
    {
      name: "autumn",
      says: "autumn(?:al)?(?: leaves)?|fall (?:colou?rs|foliage|leaves|season)|fallen leaves|in the fall",
    },
    {
      name: "winter",
      says: "(?:mid)?winter(?:time|y)?|snow|snowy|snowfall|snowing|snowflakes|snowdrifts|snow-covered|frost|frosty|icicles",
      clashes: "lush(?: greenery)?|green leaves|wildflowers",
    },
  ],
};

export const TOPICS: { readonly "time of day": Topic; readonly season: Topic } = {
  "time of day": TIME_OF_DAY,
  season: SEASON,
};

function pattern(words: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${words.join("|")})\\b`, "iu");
}

/** The poles that a text names. */
function polesOf(topic: Topic, text: string): Pole[] {
  return topic.poles.filter(({ says }) => pattern([says]).test(text));
}

/**
 * The source of a pattern for the words that cannot stay when `texts` are said of the topic: those of every other
 * pole, all poles when the texts name none or several, and what clashes with theirs.
 */
export function staleWords(topic: Topic, texts: readonly string[]): string {
  const named = polesOf(topic, texts.join(", "));
  const said = named.length === 1 ? named[0]?.name : undefined;
  const others = topic.poles.filter(({ name }) => name !== said).map(({ says }) => says);
  return [...others, ...named.flatMap(({ clashes }) => clashes ?? [])].join("|");
}
