import type { Facet } from "../facets.js";
import type { Term } from "../types.js";

/** A season or a time of day that a picture can be moved to. */
export interface Moment {
  readonly name: string;
  /** "in winter", "at dusk": said as a setting. */
  readonly when: string;
  /** What it says of the light; nothing for a season. */
  readonly lights: readonly string[];
  /** Names this moment and no other. */
  readonly says: RegExp;
}

/** One way of telling moments apart, of which a picture shows one. */
export interface Calendar {
  readonly moments: readonly Moment[];
  /** A phrase that says when, in whatever way; such a phrase goes, or is reworded, when the moment changes. */
  readonly tells: RegExp;
  /** The words within a setting that can be exchanged for `when`: "a street at night". */
  readonly adverb: RegExp;
  /** The words within a setting that can be exchanged for `name`: "a winter forest". Matches nothing where none can. */
  readonly attribute: RegExp;
}

const NEVER = /(?!)/;

export const SEASONS: Calendar = {
  moments: [
    { name: "spring", when: "in spring", lights: [], says: /\bspring(?:time)?\b/ },
    { name: "summer", when: "in summer", lights: [], says: /\bsummer(?:time)?\b/ },
    { name: "autumn", when: "in autumn", lights: [], says: /\bautumn\b/ },
    { name: "winter", when: "in winter", lights: [], says: /\bwinter(?:time)?\b/ },
  ],
  tells:
    /\b(?:spring(?:time)?|summer(?:time|y)?|autumn(?:al)?|fall (?:colors|foliage|leaves)|in the fall|winter(?:time)?|wintry|snow\w*|blizzard|frost\w*|(?:cherry |in )?blossom\w*|falling (?:leaves|petals)|fallen leaves)\b/,
  adverb: /\b(?:in|during) (?:the |early |late |deep )?(?:spring|summer|autumn|fall|winter)(?:time)?\b/i,
  attribute:
    /\b(?:spring|summer|autumn|winter)(?:time)?\b|\b(?:wintry|autumnal|summery|snowy|snow-covered)\b/i,
};

export const TIMES_OF_DAY: Calendar = {
  moments: [
    { name: "dawn", when: "at dawn", lights: ["pale dawn light", "first light of dawn"], says: /\bdawn\b/ },
    { name: "morning", when: "in the morning", lights: ["clear morning light"], says: /\bmorning\b/ },
    { name: "midday", when: "at midday", lights: ["bright midday sun"], says: /\b(?:midday|noon)\b/ },
    {
      name: "golden hour",
      when: "at golden hour",
      lights: ["golden hour light", "low golden hour sun"],
      says: /\b(?:golden|magic) hour\b/,
    },
    { name: "dusk", when: "at dusk", lights: ["fading dusk light"], says: /\b(?:dusk|twilight)\b/ },
    {
      name: "night",
      when: "at night",
      lights: ["moonlight", "pools of lamplight"],
      says: /\bnight(?:time)?\b/,
    },
  ],
  tells:
    /\b(?:dawn|daybreak|sunrise|mornings?|midday|noon|afternoon|day(?:light|time)|sun(?:ny|lit|light|shine|beams?)?|golden hour|magic hour|sunset|evening|dusk|twilight|nightfall|blue hour|night(?:time)?|midnight|moon(?:light|lit)?|star(?:light|lit|ry))\b/,
  adverb:
    /\b(?:at|by|during|in)(?: the)? (?:dawn|daybreak|sunrise|morning|midday|noon|afternoon|daylight|daytime|sunlight|golden hour|magic hour|sunset|evening|dusk|twilight|nightfall|blue hour|night(?:time)?|midnight|moonlight)\b/i,
  attribute: NEVER,
};

/** Facets whose phrases may be taken out when the moment changes. */
const REMOVABLE: readonly Facet[] = ["lighting", "atmosphere"];

export interface Retelling {
  readonly removed: readonly Term[];
  readonly reworded: readonly { readonly term: Term; readonly text: string }[];
  readonly moment: Moment;
}

function tells(calendar: Calendar, text: string): boolean {
  return calendar.tells.test(text.toLowerCase());
}

/** The phrase with another moment in it; nothing when it would still say when in its own words. */
function retell(calendar: Calendar, moment: Moment, text: string): string | undefined {
  const told = text.replace(calendar.adverb, moment.when).replace(calendar.attribute, moment.name);
  const rest = told.toLowerCase().replace(moment.when, "").replace(moment.says, "");
  return told === text || tells(calendar, rest) ? undefined : told;
}

/** The included terms that say when: those that a move to another moment has to change. */
export function tellingTerms(calendar: Calendar, terms: readonly Term[]): Term[] {
  return terms.filter((term) => term.polarity === "include" && tells(calendar, term.text));
}

/**
 * How a picture is moved to a moment: light and atmosphere that say when go, settings are reworded. Nothing when
 * a term that is not open, or that no rewording fits, says when: the picture is bound to its moment. `telling`
 * are its `tellingTerms`.
 */
export function moveTo(
  calendar: Calendar,
  moment: Moment,
  telling: readonly Term[],
  isOpen: (term: Term) => boolean,
): Retelling | undefined {
  const removed: Term[] = [];
  const reworded: { term: Term; text: string }[] = [];
  for (const term of telling) {
    if (!isOpen(term) || moment.says.test(term.text.toLowerCase())) return undefined;
    if (REMOVABLE.includes(term.facet)) {
      removed.push(term);
      continue;
    }
    const text = term.facet === "setting" ? retell(calendar, moment, term.text) : undefined;
    if (text === undefined) return undefined;
    reworded.push({ term, text });
  }
  return { removed, reworded, moment };
}
