import { cleanPhrase } from "./clean-phrase.js";
import type { Draft } from "./draft.js";
import { newDraft, push, warn } from "./draft.js";
import { formPhrases } from "./form-phrases.js";
import { jsonRole, keyWords } from "./json-roles.js";
import type { Flag, Phrase, Split } from "./phrase.js";
import { proseSegments } from "./prose.js";
import { parseJsonPrompt } from "./syntax/json.js";
import type { SyntaxNode, SyntaxTree, Token } from "./syntax/tree.js";

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: " ", f: " " };

function unescaped(escape: string): string {
  if (escape.length === 6) return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
  return ESCAPES[escape[1] ?? ""] ?? escape[1] ?? "";
}

/** What chat models put around JSON. */
const FENCE = /^`{3}\w{0,20}$/u;

/** What a value says, and where each character of it begins in the source; its end stands behind the last. */
interface Value {
  readonly text: string;
  readonly places: readonly number[];
}

function valueOf(source: string, tokens: readonly Token[]): Value {
  const texts: string[] = [];
  const places: number[] = [];
  for (const { kind, start, end } of tokens) {
    if (kind === "quote") continue;
    const raw = source.slice(start, end);
    const text = kind === "escape" ? unescaped(raw) : raw;
    texts.push(text);
    for (let index = 0; index < text.length; index += 1)
      places.push(kind === "escape" ? start : start + index);
  }
  const last = tokens.findLast((token) => token.kind !== "quote");
  return { text: texts.join(""), places: [...places, last?.end ?? 0] };
}

interface Reading {
  readonly tree: SyntaxTree;
  readonly phrases: Phrase[];
  readonly parameters: Flag[];
  readonly draft: Draft;
}

/** Exclusions are lists, so that each comma parts them. */
function listed(text: string): Phrase[] {
  const draft = newDraft();
  push(draft, "text", text, 0, text.length);
  return formPhrases(text, draft, { underscores: false, looseWeights: false });
}

/** Clauses of a value as prose has them; lettering stays whole and in quotation marks. */
function phrasesOf({ text, places }: Value, path: string, role: string): Phrase[] {
  const place = (index: number): number => places[index] ?? 0;
  const polarity = role === "exclusion" ? "exclude" : "include";
  const said = path === "" ? {} : { path };
  if (role === "lettering") {
    const words = text.replace(/\s+/gu, " ").trim();
    const start = place(/\S/u.exec(text)?.index ?? 0);
    const end = place(text.trimEnd().length);
    if (words === "") return [];
    return [{ text: `"${words}"`, weight: 1, polarity, start, end, ...said }];
  }
  if (/^\s*#[0-9a-f]{3,8}\s*$/iu.test(text)) {
    const from = text.indexOf("#");
    const to = text.trimEnd().length;
    return [{ text: text.trim(), weight: 1, polarity, start: place(from), end: place(to), ...said }];
  }
  return (role === "exclusion" ? listed(text) : proseSegments(text)).map((phrase) => {
    const end = Math.max(place(phrase.start) + 1, place(phrase.end));
    return { ...phrase, polarity, start: place(phrase.start), end, ...said };
  });
}

/** A number, or a yes, is said with its key: "focal length 85", "film grain". */
function takeKeyed(reading: Reading, node: SyntaxNode, path: string, value: string): void {
  const key = keyWords(path);
  const text = cleanPhrase(value === "true" ? key : `${key} ${value}`, { underscores: false });
  if (key === "" || text === "" || value === "false" || value === "null") return;
  const polarity = jsonRole(path) === "exclusion" ? "exclude" : "include";
  reading.phrases.push({ text, weight: 1, polarity, start: node.start, end: node.end, path });
}

function takeValue(reading: Reading, node: SyntaxNode, tokens: readonly Token[]): void {
  const colon = node.kind.indexOf(":");
  const kind = node.kind.slice(0, colon);
  const path = node.kind.slice(colon + 1);
  const role = jsonRole(path);
  const value = valueOf(reading.tree.source, tokens);
  if (role === "structure" || (kind === "bare" && FENCE.test(value.text))) return;
  if (role === "parameter") reading.parameters.push({ flag: path, value: value.text.trim() });
  else if (kind === "number" || kind === "literal") takeKeyed(reading, node, path, value.text.toLowerCase());
  else {
    for (const phrase of phrasesOf(value, path, role)) reading.phrases.push(phrase);
    if (kind === "bare")
      warn(reading.draft, node, "words outside quotation marks are no JSON; they are kept");
  }
}

/** What is not JSON, told once each. */
function tell({ draft, tree }: Reading): void {
  const { source, tokens, nodes } = tree;
  const stray = tokens.find((token) => token.kind === "stray");
  if (stray !== undefined) warn(draft, stray, "a bracket closes nothing; it is left out");
  const unclosed = nodes.find(({ kind, end }) => {
    return (kind === "object" && source[end - 1] !== "}") || (kind === "list" && source[end - 1] !== "]");
  });
  if (unclosed !== undefined) warn(draft, unclosed, "a bracket is never closed, or by one of another kind");
}

function isStructured({ source, nodes }: SyntaxTree): boolean {
  return /^\s*[{["]/u.test(source) || nodes.some(({ kind }) => kind === "key");
}

/**
 * A structured prompt: each string is prose under the path of its keys, a number is said with its key, settings
 * are parameters. Text without any structure is prose, for generators that take JSON take words as well.
 */
export function splitJson(text: string, grammar: "ideogram-json" | "flux-json"): Split {
  const tree = parseJsonPrompt(text, grammar);
  if (!isStructured(tree)) return { phrases: proseSegments(text), loras: [], warnings: [] };
  const reading: Reading = { tree, phrases: [], parameters: [], draft: newDraft() };
  let index = 0;
  for (const node of tree.nodes) {
    if (!node.kind.includes(":")) continue;
    while ((tree.tokens[index]?.start ?? node.start) < node.start) index += 1;
    const from = index;
    while ((tree.tokens[index]?.end ?? node.end + 1) <= node.end) index += 1;
    takeValue(reading, node, tree.tokens.slice(from, index));
  }
  tell(reading);
  const { phrases, parameters, draft } = reading;
  const settings = parameters.length === 0 ? {} : { parameters };
  return { phrases, loras: [], ...settings, warnings: draft.warnings };
}
