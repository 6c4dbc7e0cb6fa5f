import type { Facet } from "../../../blueprint/facets.js";
import type { Observation } from "../../../blueprint/observation.js";

interface Wording {
  readonly says: RegExp;
  readonly facet: Facet;
  readonly text: string;
}

/** Hours follow a place ("a forest at night"), light and weather stand by themselves ("an overcast sky"). */
const WORDINGS: readonly Wording[] = [
  { says: /^(?:at )?night(?: ?time| scene| outdoors?)?$/u, facet: "setting", text: "at night" },
  { says: /^(?:at )?sunset(?: (?:or|and|\/) sunrise)?$/u, facet: "setting", text: "at sunset" },
  { says: /^(?:at )?sunrise$/u, facet: "setting", text: "at sunrise" },
  { says: /^(?:at )?(?:dusk|evening|sunset evening)$/u, facet: "setting", text: "at dusk" },
  { says: /^(?:at )?dawn$/u, facet: "setting", text: "at dawn" },
  { says: /^(?:by )?day(?:time|light| outdoors?)?$/u, facet: "lighting", text: "daylight" },
  { says: /^(?:sunny|sunny day|sunny weather|sunshine)$/u, facet: "lighting", text: "bright sunlight" },
  {
    says: /^(?:overcast|cloudy|overcast clouds|overcast weather)$/u,
    facet: "atmosphere",
    text: "overcast sky",
  },
];

/** Words of hours and weather, which are no places. */
const MOMENT =
  /\b(?:night|day|daytime|daylight|morning|evening|dusk|dawn|sunset|sunrise|hour|twilight|winter|summer|overcast|weather|sunny|outdoors?)\b/u;

export function isMoment(text: string): boolean {
  return MOMENT.test(text);
}

/** Hours and weather in the words in which prompts say them best; anything else as it is. */
export function wordMoment(seen: Observation): Observation {
  const wording = WORDINGS.find(({ says }) => says.test(seen.text.toLowerCase()));
  return wording === undefined ? seen : { ...seen, facet: wording.facet, text: wording.text };
}
