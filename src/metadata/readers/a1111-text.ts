/** A generation text in the way of the AUTOMATIC1111 web UI, taken apart. */
export interface A1111Text {
  readonly prompt: string;
  readonly negative: string;
  /** In order, quotes undone; a key may stand more than once. */
  readonly settings: readonly (readonly [key: string, value: string])[];
}

const NEGATIVE = "Negative prompt:";

/**
 * Prompt lines, then "Negative prompt:" at the start of a line, then the settings from the last line that begins
 * with "Steps: <number>". Blanks and line breaks around prompt and negative belong to the format, those within to
 * the author. A text without settings is all prompt.
 *
 * @source AUTOMATIC1111/stable-diffusion-webui, modules/infotext_utils.py (parse_generation_parameters)
 */
export function parseA1111Text(text: string): A1111Text {
  const settingsAt = startOfSettings(text);
  const body = settingsAt < 0 ? text : text.slice(0, settingsAt);
  const negativeAt = startOfNegative(body);
  const prompt = negativeAt < 0 ? body : body.slice(0, negativeAt);
  const negative = negativeAt < 0 ? "" : body.slice(negativeAt + NEGATIVE.length);
  return {
    prompt: trimBlanks(prompt),
    negative: trimBlanks(negative),
    settings: settingsAt < 0 ? [] : parseSettings(text.slice(settingsAt)),
  };
}

/** Whether a text of unknown origin has this shape: settings, or a negative prompt on its own line. */
export function isA1111Text(text: string): boolean {
  return startOfSettings(text) >= 0 || startOfNegative(text) >= 0;
}

function startOfSettings(text: string): number {
  for (
    let at = text.lastIndexOf("Steps:");
    at >= 0;
    at = at === 0 ? -1 : text.lastIndexOf("Steps:", at - 1)
  ) {
    if ((at === 0 || text[at - 1] === "\n") && /^Steps: *\d/.test(text.slice(at, at + 40))) return at;
  }
  return -1;
}

function startOfNegative(text: string): number {
  if (text.startsWith(NEGATIVE)) return 0;
  const at = text.indexOf(`\n${NEGATIVE}`);
  return at < 0 ? -1 : at + 1;
}

function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  const isBlank = (code: number): boolean => code <= 0x20;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const KEY = /([A-Za-z_][\w .\-/+()#&]{0,79}):[ \t]*/y;

/** Characters that may be searched for closing quotes and brackets in one text, so that the cost stays linear. */
const SEARCH_BUDGET = 4_000_000;

interface Scan {
  readonly text: string;
  budget: number;
}

/**
 * "Key: value, Key: value": values may be quoted like JSON strings, or be whole JSON objects and lists. What is no
 * "key:" belongs to the value before it.
 */
export function parseSettings(text: string): (readonly [string, string])[] {
  const scan: Scan = { text, budget: SEARCH_BUDGET };
  const settings: [string, string][] = [];
  let previousEnd = 0;
  let at = skipSeparators(text, 0);
  while (at < text.length) {
    KEY.lastIndex = at;
    const key = KEY.exec(text);
    if (key === null) {
      const end = endOfPlain(text, at);
      const last = settings.at(-1);
      if (last !== undefined) last[1] += text.slice(previousEnd, end).trimEnd();
      previousEnd = end;
    } else {
      const start = at + key[0].length;
      previousEnd = endOfValue(scan, start);
      settings.push([(key[1] ?? "").trim(), unquote(text.slice(start, previousEnd).trim())]);
    }
    at = skipSeparators(text, previousEnd);
  }
  return settings;
}

function skipSeparators(text: string, start: number): number {
  let at = start;
  while (at < text.length && (text[at] === "," || text.charCodeAt(at) <= 0x20)) at += 1;
  return at;
}

function endOfValue(scan: Scan, start: number): number {
  const first = scan.text[start];
  const end =
    first === '"'
      ? endOfString(scan, start)
      : first === "{" || first === "["
        ? endOfBrackets(scan, start)
        : -1;
  return end > 0 ? end : endOfPlain(scan.text, start);
}

function endOfPlain(text: string, start: number): number {
  for (let i = start; i < text.length; i += 1) if (text[i] === "," || text[i] === "\n") return i;
  return text.length;
}

/** The offset behind the closing quote; -1 where none follows on the line. */
function endOfString(scan: Scan, start: number): number {
  const { text } = scan;
  for (let i = start + 1; i < text.length && scan.budget > 0; i += 1) {
    scan.budget -= 1;
    if (text[i] === "\\") i += 1;
    else if (text[i] === '"') return i + 1;
    else if (text[i] === "\n") return -1;
  }
  return -1;
}

function endOfBrackets(scan: Scan, start: number): number {
  const { text } = scan;
  let depth = 0;
  for (let i = start; i < text.length && scan.budget > 0; i += 1) {
    scan.budget -= 1;
    const mark = text[i];
    if (mark === '"') {
      const end = endOfString(scan, i);
      if (end < 0) return -1;
      i = end - 1;
    } else if (mark === "{" || mark === "[") depth += 1;
    else if (mark === "}" || mark === "]") {
      depth -= 1;
      if (depth === 0) return i + 1;
    } else if (mark === "\n") return -1;
  }
  return -1;
}

function unquote(value: string): string {
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value;
  try {
    const inner: unknown = JSON.parse(value);
    return typeof inner === "string" ? inner : value;
  } catch {
    return value.slice(1, -1);
  }
}
