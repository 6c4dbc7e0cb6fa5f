import type { Swatch } from "../../../blueprint/types.js";
import type { Piece } from "../../../layout/piece.js";
import { joinList } from "./list.js";
import type { Phrase } from "./phrase.js";
import type { Sentence } from "./sentence.js";
import { sayLabels } from "./sentence.js";
import { byStress, say, sayAdjective, sayWeighed } from "./weight.js";
import { COLOURS } from "./words.js";

export interface LightParts {
  readonly lighting: readonly Phrase[];
  readonly atmosphere: readonly Phrase[];
  readonly palette: readonly Phrase[];
  /** Colour codes by lower-case colour name, for targets that match colours exactly. */
  readonly codes: ReadonlyMap<string, string>;
}

const OTHER_SHAPES = ["participle", "preposition"];

function nounsOf(phrases: readonly Phrase[]): Phrase[] {
  return byStress(phrases.filter((phrase) => phrase.shape === "noun"));
}

function are(items: readonly Phrase[]): boolean {
  return items.length > 1 || items[0]?.number === "many";
}

/** "backlit" says how the scene is, not how its light is. */
function isState(phrase: Phrase): boolean {
  return phrase.shape === "adjective" && /(?:lit|silhouetted)$/u.test(phrase.head);
}

const WEATHER = new Set(
  "sunny overcast cloudy rainy stormy windy snowy foggy misty hazy drizzly blustery".split(" "),
);

function isWeather(phrase: Phrase): boolean {
  return WEATHER.has(phrase.head);
}

/** "The lighting is soft and high-key", "the weather is sunny", "the mood is serene". */
function sayAdjectives(name: string, phrases: readonly Phrase[]): Piece[] {
  const adjectives = byStress(phrases.filter((phrase) => phrase.shape === "adjective" && !isState(phrase)));
  if (adjectives.length === 0) return [];
  return [{ text: `${name} is ` }, ...joinList(adjectives.map(sayAdjective))];
}

/** How light, weather and mood are, in one sentence. */
function sayStates(lighting: readonly Phrase[], atmosphere: readonly Phrase[]): Piece[] {
  const clauses = [
    sayAdjectives("the lighting", lighting),
    sayAdjectives("the weather", atmosphere.filter(isWeather)),
    sayAdjectives(
      "the mood",
      atmosphere.filter((phrase) => !isWeather(phrase)),
    ),
  ].filter((clause) => clause.length > 0);
  const [first, ...rest] = joinList(clauses);
  if (first === undefined) return [];
  return [{ ...first, text: first.text.replace("the ", "The ") }, ...rest];
}

function sayOthers(phrases: readonly Phrase[]): Sentence[] {
  const others = phrases.filter((phrase) => OTHER_SHAPES.includes(phrase.shape) || isState(phrase));
  const from = others.filter((phrase) => phrase.words[0] === "from");
  const as = others.filter((phrase) => ["like", "as"].includes(phrase.words[0] ?? ""));
  const having = others.filter((phrase) => ["with", "without", "of"].includes(phrase.words[0] ?? ""));
  const rest = others.filter((phrase) => ![...from, ...as, ...having].includes(phrase));
  const lit = rest.filter(
    (phrase) =>
      phrase.shape === "preposition" && /light|lamp|lantern|fire|glow|neon|sun|moon/u.test(phrase.text),
  );
  const states = rest.filter((phrase) => !lit.includes(phrase));
  const sentence = (text: string, group: readonly Phrase[]): Sentence[] =>
    group.length === 0 ? [] : [[{ text }, ...joinList(group.map((phrase) => [say(phrase)]))]];
  return [
    ...sentence("The light comes ", from),
    ...sentence("The scene is lit ", lit),
    ...sentence("The scene is ", states),
    ...sentence("The scene feels ", as),
    ...sentence("The scene comes ", having),
  ];
}

function isColour(phrase: Phrase, codes: ReadonlyMap<string, string>): boolean {
  if (phrase.determined || phrase.number === "many" || phrase.words.includes("and")) return false;
  return COLOURS.has(phrase.head) || codes.has(phrase.words.join(" "));
}

function isColourWord(word: string): boolean {
  return COLOURS.has(word) || (word.endsWith("s") && COLOURS.has(word.slice(0, -1)));
}

function isTone(phrase: Phrase): boolean {
  return (
    /(?:tones?|hues?|shades?|palette|colou?rs?|scheme|harmony|contrast)$/u.test(phrase.head) ||
    phrase.words.some(isColourWord)
  );
}

interface PaletteSpeech {
  /** "a palette of teal, slate and amber"; empty when no colour is named. */
  readonly colours: Piece[];
  /** What the picture is coloured in: "muted earth tones", "a muted palette". */
  readonly tones: Piece[];
  /** Whether the tones are colours by name: "deep greens". */
  readonly named: boolean;
  /** What carries colour: "ochre walls". */
  readonly carriers: Piece[];
  readonly sentences: Sentence[];
}

function speakPalette(palette: readonly Phrase[], codes: ReadonlyMap<string, string>): PaletteSpeech {
  const named = byStress(
    palette.filter((phrase) => ["noun", "adjective"].includes(phrase.shape) && isColour(phrase, codes)),
  );
  const rest = palette.filter((phrase) => !named.includes(phrase));
  const sayColour = (phrase: Phrase): Piece[] => {
    const code = codes.get(phrase.words.join(" "));
    return code === undefined ? [say(phrase)] : [{ text: `${code} ` }, say(phrase)];
  };
  const adjectives = sayAdjectives("The palette", rest);
  const ways = rest.filter((phrase) => OTHER_SHAPES.includes(phrase.shape));
  const nouns = nounsOf(rest);
  const tones = nouns.filter(isTone);
  return {
    colours: joinList(named.map(sayColour)),
    named: tones.every((phrase) => isColourWord(phrase.head)),
    tones: joinList(tones.map((phrase) => (isColourWord(phrase.head) ? [say(phrase)] : sayWeighed(phrase)))),
    carriers: joinList(nouns.filter((phrase) => !tones.includes(phrase)).map(sayWeighed)),
    sentences: [
      adjectives,
      ways.length === 0
        ? []
        : [{ text: "The picture is colored " }, ...joinList(ways.map((phrase) => [say(phrase)]))],
    ],
  };
}

/** The verb that light and mood share: what they do to the scene. */
function verbFor(lighting: readonly Phrase[], atmosphere: readonly Phrase[]): string {
  const plural = are([...lighting, ...atmosphere]) ? "" : "s";
  const moody = atmosphere.some((phrase) => /mood|feel|vibe|ambian/u.test(phrase.text));
  if (moody) return ` run${plural} through the scene`;
  return atmosphere.length > 0 ? ` set${plural} the mood` : ` shape${plural} the scene`;
}

/** Light and mood as the subject of a sentence, and the colours in which they show. */
function sayMain(
  lighting: readonly Phrase[],
  atmosphere: readonly Phrase[],
  palette: PaletteSpeech,
): Piece[] {
  const pieces = joinList([...lighting, ...atmosphere].map(sayWeighed));
  if (pieces.length === 0) return [];
  pieces.push({ text: verbFor(lighting, atmosphere) });
  if (palette.colours.length > 0) pieces.push({ text: ", in a palette of " }, ...palette.colours);
  if (palette.tones.length > 0) {
    pieces.push({ text: palette.colours.length > 0 ? ", with " : ", in " }, ...palette.tones);
  }
  return pieces;
}

/** The colours that the sentence on light did not say. */
function sayColours(palette: PaletteSpeech, litColours: boolean): Piece[] {
  const { colours, tones, carriers } = palette;
  const pieces: Piece[] = [];
  if (!litColours && colours.length > 0) pieces.push({ text: "The palette is built on " }, ...colours);
  if (!litColours && tones.length > 0) {
    const alone = palette.named ? "The colors are " : "The picture is in ";
    pieces.push({ text: pieces.length > 0 ? ", with " : alone }, ...tones);
  }
  if (carriers.length > 0) {
    pieces.push({ text: pieces.length > 0 ? ", with " : "The color lies in " }, ...carriers);
  }
  return pieces;
}

/** What light, mood and colour do to the picture. */
export function sayLight(parts: LightParts): Sentence[] {
  const lighting = nounsOf(parts.lighting);
  const atmosphere = nounsOf(parts.atmosphere);
  const palette = speakPalette(parts.palette, parts.codes);
  const main = sayMain(lighting, atmosphere, palette);
  return [
    main,
    sayStates(parts.lighting, parts.atmosphere),
    ...sayOthers([...parts.lighting, ...parts.atmosphere]),
    sayColours(palette, main.length > 0),
    ...palette.sentences,
    sayLabels(
      "Light and color",
      [...parts.lighting, ...parts.atmosphere, ...parts.palette].filter((phrase) => phrase.shape === "label"),
    ),
  ];
}

/** The codes of colours that no phrase names by itself, once the palette is spoken of at all. */
export function sayExactColours(palette: readonly Phrase[], swatches: readonly Swatch[]): Sentence {
  const named = new Set(palette.map((phrase) => phrase.words.join(" ")));
  const codes = swatches.filter((swatch) => !named.has(swatch.name.toLowerCase()));
  if (palette.length === 0 || codes.length === 0) return [];
  return [
    { text: "The exact colors are " },
    ...joinList(codes.map(({ hex, name }) => [{ text: `${hex} ${name}` }])),
  ];
}
