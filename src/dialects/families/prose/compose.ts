import type { Facet } from "../../../blueprint/facets.js";
import { CONTENT_FACETS } from "../../../blueprint/facets.js";
import type { Swatch, Term } from "../../../blueprint/types.js";
import type { Piece } from "../../../layout/piece.js";
import { sayCamera } from "./camera.js";
import { sayComposition } from "./composition.js";
import { sayLettering, sayQuality } from "./finish.js";
import { sayChange, sayKept } from "./instruction.js";
import { sayExactColours, sayLight } from "./light.js";
import { isHandmade, takesAdjectives } from "./medium.js";
import { sayOpening } from "./opening.js";
import type { Phrase } from "./phrase.js";
import { readPhrase } from "./phrase.js";
import type { Sentence } from "./sentence.js";
import { joinSentences } from "./sentence.js";
import { sayStyles } from "./style.js";
import { byStress } from "./weight.js";
import { PICTURE_NOUNS } from "./words.js";

/** Adjectives of style that may stand before the medium. */
const LEADING_ADJECTIVES = 2;

export interface ProseLook {
  /** What to call a picture whose medium is unknown, even beside a subject: "photograph". */
  readonly medium?: string;
  /** Colours of the picture whose codes stand before their names. */
  readonly swatches?: readonly Swatch[];
  /** A last sentence without its stop, for what the target has no parameter for. */
  readonly closing?: string;
  /** Written as an order to change a picture that is shown beside the words. */
  readonly instruct?: boolean;
}

function isWhole(phrase: Phrase): boolean {
  if (phrase.term.facet === "text") return false;
  return phrase.shape === "sentence" || (phrase.shape === "clause" && phrase.term.facet !== "subject");
}

function asSentence(phrase: Phrase): Sentence {
  return [{ text: phrase.text, termId: phrase.term.id }];
}

function mediumOf(media: readonly Phrase[]): Phrase | undefined {
  return byStress(media).find((phrase) => phrase.shape === "noun" || phrase.shape === "adjective");
}

/** Subjects that say what kind of picture it is, "portrait", beside subjects that say what it shows. */
function kindsAmong(subjects: readonly Phrase[]): Phrase[] {
  const kinds = subjects.filter(
    (phrase) => phrase.shape === "noun" && phrase.words.length === 1 && PICTURE_NOUNS.has(phrase.head),
  );
  return kinds.length < subjects.length ? kinds : [];
}

function leadingAdjectives(styles: readonly Phrase[]): Phrase[] {
  const plain = styles.filter((phrase) => phrase.shape === "adjective" && !phrase.words.includes("and"));
  return byStress(plain).slice(0, LEADING_ADJECTIVES);
}

function codesOf(swatches: readonly Swatch[]): ReadonlyMap<string, string> {
  return new Map(swatches.map((swatch) => [swatch.name.toLowerCase(), swatch.hex]));
}

/** The text that says just these terms, as sentences; never empty. */
export function composeProse(terms: readonly Term[], look: ProseLook = {}): Piece[] {
  const phrases = terms.map((term) => readPhrase(term));
  const sentences = phrases.filter(isWhole);
  const of = (facet: Facet): Phrase[] =>
    phrases.filter((phrase) => phrase.term.facet === facet && !isWhole(phrase));
  const kinds = kindsAmong(of("subject"));
  const pictured =
    look.medium === undefined ? [...kinds, ...of("style").filter(({ head }) => PICTURE_NOUNS.has(head))] : [];
  const medium = mediumOf(of("medium")) ?? mediumOf(pictured);
  const content = phrases.some((phrase) => CONTENT_FACETS.includes(phrase.term.facet) && !isWhole(phrase));
  const adjectives = takesAdjectives(medium)
    ? leadingAdjectives(of("style")).filter((phrase) => phrase !== medium)
    : [];
  const taken = new Set<Phrase>([...adjectives, ...(medium === undefined ? [] : [medium])]);
  const contentSentences = sentences.filter(({ term }) => CONTENT_FACETS.includes(term.facet));
  const opening = sayOpening({
    subjects: of("subject").filter((phrase) => !kinds.includes(phrase)),
    actions: of("action"),
    settings: of("setting"),
    captions: contentSentences,
    medium,
    adjectives,
    fallback: look.medium,
  });
  const lead = medium !== undefined || adjectives.length > 0 || look.medium !== undefined;
  const captions = contentSentences.length > 0;
  const written = [
    ...(look.instruct === true ? sayChange(opening, { lead, content, captions }) : opening),
    ...sayLettering(of("text")),
    ...sayLight({
      lighting: of("lighting"),
      atmosphere: of("atmosphere"),
      palette: of("palette"),
      codes: codesOf(look.swatches ?? []),
    }),
    ...sayStyles({
      media: of("medium").filter((phrase) => !taken.has(phrase)),
      styles: of("style").filter((phrase) => !taken.has(phrase)),
      artists: of("artist"),
      details: of("detail"),
    }),
    ...sayComposition([...kinds.filter((phrase) => !taken.has(phrase)), ...of("composition")]),
    ...sayCamera(of("camera"), isHandmade(medium)),
    ...sayQuality(of("quality")),
    ...sentences.filter((phrase) => !contentSentences.includes(phrase)).map(asSentence),
    sayExactColours(of("palette"), look.swatches ?? []),
    look.instruct === true ? sayKept(terms) : [],
    look.closing === undefined ? [] : [{ text: look.closing }],
  ];
  const pieces = joinSentences(written);
  return pieces.length > 0 ? pieces : [{ text: "An image." }];
}
