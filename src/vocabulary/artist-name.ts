import { find } from "./lookup.js";
import type { Vocabulary } from "./vocabulary.js";

/** What follows "by" without being anybody: "by candlelight", "by the sea", "by hand". */
const NOBODY =
  /^(?:an?|the|his|her|its|their|my|your|night|day|hand|side|candlelight|moonlight|lamplight|firelight|sunlight|starlight|daylight|window|fire|water|foot|train|car|many|some|two|three|each|all)\b/u;

const BY = /^(?:(?:an? )?(?:\S+ ){0,3}?)?by (.+)$/u;

/** Words that may stand between the start and "by": "art by", "directed by", "in oil by". */
const WORK =
  /^(?:(?:(?:an? |the )?(?:\S+ )?(?:art|artwork|work|painting|illustration|drawing|photo|photograph|photography|print|poster|design|portrait|picture|image|film|movie|cover|concept art|masterpiece|style)|painted|drawn|designed|created|made|directed|illustrated|photographed|sculpted|composed|taken|shot|written) )?$/u;

const NAMES = /^[\p{L}.'’& ]+$/u;

/** How sure it is that the key names an artist, and why; nothing when it does not. */
export function artistNamed(
  key: string,
  vocabulary: Vocabulary,
): { readonly confidence: number; readonly reason: string } | undefined {
  const tagged = /^artist: ?(.+)$/u.exec(key)?.[1];
  if (tagged !== undefined) return { confidence: 0.95, reason: "marked as an artist" };
  const styled =
    /\b(?:style|manner|spirit) of (.+)$/u.exec(key)?.[1] ?? /^(.+?)(?:'s)? style$/u.exec(key)?.[1];
  if (styled !== undefined && find(styled, vocabulary)?.facet === "artist") {
    return { confidence: 0.95, reason: `"${styled}" is an artist` };
  }
  const after = BY.exec(key)?.[1];
  if (after === undefined) return undefined;
  const before = key.slice(0, key.length - after.length - "by ".length);
  if (!WORK.test(before) || NOBODY.test(after) || !NAMES.test(after)) return undefined;
  const people = after.split(/ (?:and|&|x) /u);
  if (people.some((person) => person.split(" ").length > 4)) return undefined;
  if (people.some((person) => find(person, vocabulary)?.facet === "artist")) {
    return { confidence: 0.97, reason: `"by" a known artist` };
  }
  return { confidence: 0.85, reason: '"by" and a name' };
}
