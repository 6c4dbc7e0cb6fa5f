/**
 * The half that knows prompt language: runs in a browser, brings the vocabulary along, and is therefore larger than
 * `imprompt/core`.
 */
export type { Finding, TextEdit } from "./app/lint/finding.js";
export { type LintOptions, lint } from "./app/lint.js";
export { type TranslateOptions, type Translation, translate, translateBlueprint } from "./app/translate.js";
export { type UnderstandOptions, type Understood, understand } from "./app/understand.js";
export { type Carried, type CarryOptions, carrySettings } from "./dialects/grammars/carry.js";
export { printGrammar } from "./dialects/grammars/print-grammar.js";
export { classify } from "./vocabulary/classify.js";
export { divide } from "./vocabulary/divide.js";
export { opposites, phrasesOf, strengthOf, synonyms } from "./vocabulary/lexicon.js";
export { loadVocabulary, type VocabularyFile } from "./vocabulary/load.js";
export { standardVocabulary } from "./vocabulary/standard.js";
export type { Vocabulary } from "./vocabulary/vocabulary.js";
