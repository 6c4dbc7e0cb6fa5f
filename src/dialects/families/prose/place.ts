import type { Piece } from "../../../layout/piece.js";
import { indefinite, leadOf } from "./article.js";
import type { Phrase } from "./phrase.js";
import { say, saySimply } from "./weight.js";
import { PLACE_ADVERBS } from "./words.js";

const ON: ReadonlySet<string> = new Set(
  "beach rooftop roof hill hilltop hillside mountain mountaintop bridge stage road highway platform balcony deck shore coast island planet table desk shelf floor pier dock quay wharf jetty bench field-track runway pavement sidewalk lawn terrace porch cliff riverbank embankment track counter windowsill surface".split(
    " ",
  ),
);
const AT: ReadonlySet<string> = new Set(
  "night dusk dawn noon midday midnight sunset sunrise twilight nightfall daybreak hour station airport market festival concert party intersection crossroads harbor harbour sea".split(
    " ",
  ),
);
const IN_THE: ReadonlySet<string> = new Set("morning afternoon evening".split(" "));
const ON_DAYS: ReadonlySet<string> = new Set("day night morning afternoon evening weekend".split(" "));
const BEFORE: ReadonlySet<string> = new Set("background backdrop skyline wall".split(" "));
const UNDER: ReadonlySet<string> = new Set("sky skies moon stars".split(" "));

/** Plurals that one is in rather than among. */
const INSIDE: ReadonlySet<string> = new Set(
  "streets woods outskirts alps highlands fields waters gardens suburbs dolomites himalayas".split(" "),
);

const TIMES: ReadonlySet<string> = new Set(
  "night dusk dawn noon midday midnight sunset sunrise twilight nightfall daybreak hour morning afternoon evening day weekend winter summer autumn spring rain snow".split(
    " ",
  ),
);

/** Whether a setting says when rather than where: it stands after the places. */
export function isTime(phrase: Phrase): boolean {
  const last = phrase.words.at(-1) ?? "";
  return TIMES.has(phrase.shape === "noun" ? phrase.head : last) && phrase.words.length <= 4;
}

function placePreposition(phrase: Phrase): string {
  const { head, words } = phrase;
  if (words.length === 1 && IN_THE.has(head)) return "in the ";
  if (words.length > 1 && ON_DAYS.has(head)) return "on ";
  if (AT.has(head)) return "at ";
  if (BEFORE.has(head)) return "against ";
  if (UNDER.has(head)) return "under ";
  if (ON.has(head)) return "on ";
  return phrase.number === "many" && !phrase.words.includes("and") && !INSIDE.has(head) ? "among " : "in ";
}

/** Whether a setting follows the first place without a comma: "outdoors", "at dusk", "against a wall". */
export function followsDirectly(phrase: Phrase): boolean {
  return phrase.shape !== "noun" || isTime(phrase) || BEFORE.has(phrase.head) || isAdverb(phrase);
}

function isAdverb(phrase: Phrase): boolean {
  return PLACE_ADVERBS.has(phrase.words[0] ?? "");
}

/** A setting as it stands after what is shown: "at dusk", "in a quiet snowy street", "outdoors". */
export function sayPlace(phrase: Phrase): Piece[] {
  if (phrase.shape === "adjective") {
    return [{ text: `in ${indefinite(phrase.text)} ` }, ...saySimply(phrase), { text: " setting" }];
  }
  if (phrase.shape !== "noun" || isAdverb(phrase)) return saySimply(phrase);
  const preposition = placePreposition(phrase);
  const single = phrase.words.length === 1 && isTime(phrase);
  if (single) return [{ text: preposition }, say(phrase)];
  const dated =
    preposition === "on " && ON_DAYS.has(phrase.head) && leadOf(phrase) === "" && !phrase.determined;
  return [{ text: dated ? `on ${indefinite(phrase.text)} ` : preposition }, ...saySimply(phrase)];
}
