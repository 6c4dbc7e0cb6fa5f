/**
 * What one request may ask for, so that none holds the server up: chosen by measuring the worst input of each kind
 * on one core of a small machine, where it then takes about a tenth of a second between two turns of the event loop.
 */

/** Characters of a prompt's text. */
export const MAX_TEXT: number = 10_000;
/** Characters of one phrase of a blueprint. */
export const MAX_PHRASE: number = 2000;
/** Characters of all phrases of a blueprint. */
export const MAX_PHRASES: number = 20_000;
/** Phrases of a blueprint. */
export const MAX_TERMS: number = 400;
/** Phrases of a blueprint that is varied. */
export const MAX_VARIED_TERMS: number = 150;
/** Phrases of all references of a style. */
export const MAX_STYLE_TERMS: number = 10_000;
/** Pieces of evidence behind one phrase. */
export const MAX_EVIDENCE: number = 64;
/** Colors, and references to pictures, of a blueprint. */
export const MAX_SWATCHES: number = 64;
export const MAX_REFERENCES: number = 64;
export const MAX_VARIATIONS: number = 64;
export const MAX_STYLE_SOURCES: number = 50;
export const MAX_ROWS: number = 500;
export const MAX_SLOTS: number = 32;
export const MAX_EDITS: number = 200;
/** Targets and grammars named in one request. */
export const MAX_NAMES: number = 64;
/** Prompts of one answer: variations or rows, times targets; and the phrases that they are printed from in all. */
export const MAX_PROMPTS: number = 1000;
export const MAX_PRINTED_PHRASES: number = 60_000;
/** Settings of one request. */
export const MAX_PARAMETERS: number = 64;
/** Characters of an option in words: a subject, a value for a slot. */
export const MAX_WORDS: number = 500;
/** Values of all kinds in one JSON document, and how deep they may be nested. */
export const MAX_VALUES: number = 100_000;
export const MAX_DEPTH: number = 40;
/** Commas, braces and brackets in a JSON document that carries a picture. */
export const MAX_PICTURE_MARKS: number = 2000;
