import type { Piece } from "../../../layout/piece.js";
import { joinList } from "./list.js";
import type { Phrase } from "./phrase.js";
import type { Sentence } from "./sentence.js";
import { sayLabels } from "./sentence.js";
import { byStress, say, sayAdjective, saySimply, sayWeighed } from "./weight.js";

const EXPOSURE =
  /^(?:f\/?\s?\d+(?:\.\d+)?|1\/\d+\s?s?(?:ec(?:onds?)?)?|\d+(?:\.\d+)?\s?(?:s|sec|seconds?)|iso\s?\d+|aperture f.*)$/iu;
const FOCAL = /^\d+(?:\.\d+)?(?:-\d+)?\s?mm$/iu;
const GEAR = /lens|camera|telephoto|fisheye|wide-angle|tilt-shift/iu;
const STOCK = /\bfilm\b|kodak|portra|fuji|velvia|ilford|cinestill|ektachrome|provia|polaroid/iu;
const BODY =
  /canon|nikon|sony|leica|hasselblad|pentax|olympus|panasonic|lumix|phase one|mamiya|iphone|rolleiflex|arri|red komodo|holga|contax|sigma fp/iu;

interface Gear {
  readonly bodies: readonly Phrase[];
  readonly lenses: readonly Phrase[];
  readonly settings: readonly Phrase[];
  readonly stocks: readonly Phrase[];
  readonly effects: readonly Phrase[];
}

function gearOf(phrases: readonly Phrase[]): Gear {
  const isSetting = (phrase: Phrase): boolean => EXPOSURE.test(phrase.text) || FOCAL.test(phrase.text);
  const settings = phrases.filter(isSetting);
  const nouns = byStress(phrases.filter((phrase) => phrase.shape === "noun" && !isSetting(phrase)));
  const stocks = nouns.filter((phrase) => STOCK.test(phrase.text) && !/grain/iu.test(phrase.text));
  const bodies = nouns.filter(
    (phrase) => BODY.test(phrase.text) && !GEAR.test(phrase.head) && !stocks.includes(phrase),
  );
  const lenses = nouns.filter((phrase) => GEAR.test(phrase.head) && ![...stocks, ...bodies].includes(phrase));
  const taken = [...stocks, ...bodies, ...lenses];
  return { bodies, lenses, settings, stocks, effects: nouns.filter((phrase) => !taken.includes(phrase)) };
}

function sayBody(phrase: Phrase): Piece[] {
  return phrase.determined && !/^(?:an?|the)$/u.test(phrase.words[0] ?? "")
    ? [{ text: "a " }, say(phrase)]
    : saySimply(phrase);
}

/** "Shot on a Canon EOS R5 with an 85mm lens at f/1.8 and ISO 400, with a shallow depth of field". */
function sayShot(
  { bodies, lenses, settings, stocks, effects }: Gear,
  verb: string,
  shot: readonly Phrase[],
): Piece[] {
  const pieces: Piece[] = joinList(shot.map((phrase) => [say(phrase)]));
  const add = (link: string, items: Piece[][]): void => {
    if (items.length > 0)
      pieces.push({ text: `${pieces.length === 0 ? verb : ""}${link}` }, ...joinList(items));
  };
  add(" on ", [...bodies.map(sayBody), ...stocks.map(saySimply)]);
  add(" with ", lenses.map(saySimply));
  add(
    " at ",
    settings.map((phrase) => [say(phrase)]),
  );
  add(pieces.length === 0 || effects.length === 0 ? " with " : ", with ", effects.map(sayWeighed));
  return pieces;
}

/** How the picture was taken; of a picture that no camera took, as if it had been. */
export function sayCamera(phrases: readonly Phrase[], handmade: boolean): Sentence[] {
  const gear = gearOf(phrases);
  const technical = gear.bodies.length + gear.lenses.length + gear.settings.length + gear.stocks.length > 0;
  const free = phrases.filter((phrase) => !gear.settings.includes(phrase));
  const adjectives = byStress(free.filter((phrase) => phrase.shape === "adjective"));
  const ways = free.filter((phrase) => phrase.shape === "participle" || phrase.shape === "preposition");
  const shot = ways.filter((phrase) => /^(?:shot|taken|captured|photographed)$/u.test(phrase.words[0] ?? ""));
  const others = ways.filter((phrase) => !shot.includes(phrase));
  const labels = free.filter((phrase) => phrase.shape === "label");
  const verb = !technical ? "It is composed" : handmade ? "It looks as if shot" : "Shot";
  const effectsOnly = !technical && !handmade ? "Shot" : verb;
  return [
    sayShot(gear, effectsOnly, shot),
    others.length === 0
      ? []
      : [{ text: "The picture is " }, ...joinList(others.map((phrase) => [say(phrase)]))],
    adjectives.length === 0 ? [] : [{ text: "The focus is " }, ...joinList(adjectives.map(sayAdjective))],
    sayLabels("Camera", labels),
  ];
}
