import type { Term } from "../blueprint/types.js";

/** When, and in what weather, as words that stand after what is shown. */
interface Moment {
  readonly says: RegExp;
  readonly words: string;
}

const WEATHERS: readonly Moment[] = [
  { says: /\b(?:storm\w*|thunder\w*|lightning)\b/u, words: "in a storm" },
  { says: /\b(?:rain|rainy|raining|drizzle|rainfall)\b/u, words: "in the rain" },
  { says: /\b(?:falling snow|snowfall|snowing|snowstorm|blizzard)\b/u, words: "in falling snow" },
  { says: /\b(?:fog|foggy|mist|misty|haze|hazy)\b/u, words: "in fog" },
  { says: /\b(?:overcast|cloudy|clouded|gray sky)\b/u, words: "under an overcast sky" },
  { says: /\b(?:clear|blue) (?:\w+ )?sky\b/u, words: "under a clear sky" },
  { says: /\b(?:sunny|sunlight|sunshine|bright sun)\b/u, words: "in bright sunlight" },
];

/** Goes without saying beside anything else. */
const DAY = "by day";

const TIMES: readonly Moment[] = [
  { says: /\b(?:dusk|twilight|nightfall)\b/u, words: "at dusk" },
  { says: /\b(?:dawn|daybreak|first light)\b/u, words: "at dawn" },
  { says: /\bblue hour\b/u, words: "in the blue hour" },
  { says: /\b(?:golden|magic) hour\b/u, words: "in the golden hour" },
  { says: /\b(?:sunset|sundown)\b/u, words: "at sunset" },
  { says: /\bsunrise\b/u, words: "at sunrise" },
  { says: /\b(?:night|nighttime|midnight|moonlight|moonlit)\b/u, words: "at night" },
  { says: /\b(?:midday|noon)\b/u, words: "at midday" },
  { says: /\b(?:day|daytime|daylight)\b/u, words: DAY },
];

/** Light that people speak of by its source rather than by the hour. */
const LIGHTS: readonly Moment[] = [
  { says: /\bneon\b/u, words: "in neon light" },
  { says: /\bcandle(?:light|lit)\b/u, words: "by candlelight" },
  { says: /\bfire(?:light|lit)\b/u, words: "by firelight" },
];

/** The surest of a kind; of one phrase the first that it says. */
function surest(terms: readonly Term[], moments: readonly Moment[]): string | undefined {
  const sorted = [...terms].sort((x, y) => y.confidence - x.confidence);
  for (const { text } of sorted) {
    const said = moments.find(({ says }) => says.test(text.toLowerCase()));
    if (said !== undefined) return said.words;
  }
  return undefined;
}

const MOMENT =
  /^(?:(?:in|at|on|by|under|during|an?|the|early|late|bright|clear|calm|dark|rainy|foggy|misty|stormy|sunny|snowy|overcast|cloudy|summer|winter|spring|autumn|blue|golden|magic) )*(?:nights?|nighttime|midnight|day|daytime|daylight|broad daylight|morning|noon|midday|afternoon|evening|dusk|dawn|twilight|sunset|sunrise|hour|fog|mist|rain|storm|thunderstorm|snowfall|weather|sunlight|sunshine|sunny|overcast|rainy|foggy|stormy|summer|winter|spring|autumn|outdoors?|night outdoors?|day outdoors?)$/u;

/** Whether a setting says when, or in what weather, and nothing of where. */
export function isMoment(text: string): boolean {
  return MOMENT.test(text.toLowerCase());
}

/**
 * Light, weather and time, at most one of each, in the order in which they are read: "in neon light", "in the rain",
 * "at night". What `said` has words for already is left out.
 */
export function momentsOf(terms: readonly Term[], said: string): string[] {
  const lower = said.toLowerCase();
  const words = [LIGHTS, WEATHERS, TIMES].flatMap((moments) => {
    if (moments.some(({ says }) => says.test(lower))) return [];
    const found = surest(terms, moments);
    return found === undefined || (found.endsWith(" sky") && /\bsky\b/u.test(lower)) ? [] : found;
  });
  return words.length > 1 ? words.filter((each) => each !== DAY) : words;
}
