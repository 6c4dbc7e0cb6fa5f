import type { Prompt } from "../../src/dialects/types.js";

/** What any text of sentences must hold to, whichever model reads it. */
export function checkSentences({ text }: Prompt): string[] {
  const wrong: string[] = [];
  const say = (bad: boolean, message: string): void => {
    if (bad) wrong.push(message);
  };
  say(text.trim() === "", "the text is empty");
  say(text !== text.trim(), "space at an end");
  say(/\s\s|[\n\r\t]/u.test(text), "double space or line break");
  say(/^["'(]*\p{Ll}/u.test(text), "begins with a small letter");
  say(!/[.!?…。]["')”]*$/u.test(text), "does not end with a stop");
  say((text.match(/"/gu) ?? []).length % 2 === 1, "unbalanced quotes");
  say(/\b(an?|the|of|with|in|and) \1\b/iu.test(text), "a word twice");
  say(/ [,.;]|,,|;;|\.\.(?!\.)|,\./u.test(text), "stray punctuation");
  say(/\([^()]*:\d+(?:\.\d+)?\)/u.test(text), "weight syntax that this model reads as text");
  return wrong;
}

/** Spans name each term once, in order, inside the text. */
export function checkSpans({ text, spans }: Prompt): string[] {
  const wrong: string[] = [];
  let end = 0;
  for (const span of spans) {
    if (span.start < end || span.end <= span.start || span.end > text.length)
      wrong.push(`span of ${span.termId} is off`);
    end = span.end;
  }
  if (new Set(spans.map((span) => span.termId)).size !== spans.length) wrong.push("a term has two spans");
  return wrong;
}

export function characters(text: string): number {
  return Array.from(text).length;
}

/** A low estimate of sub-word tokens: one for each 5.5 characters, and at least one a word. */
export function tokensAtLeast(text: string): number {
  const words = text.split(" ").length;
  return Math.max(words, Math.floor(text.length / 5.5));
}

export function checkNoNegative({ negative }: Prompt): string[] {
  return negative === null ? [] : ["there is no negative field"];
}

export function checkOneOf(
  prompt: Prompt,
  name: string,
  allowed: readonly string[],
  needed = false,
): string[] {
  const value = prompt.parameters[name];
  if (value === undefined) return needed ? [`${name} is missing`] : [];
  return allowed.includes(String(value)) ? [] : [`${name}: ${String(value)} is not allowed`];
}

export function checkNames(prompt: Prompt, allowed: readonly string[]): string[] {
  return Object.keys(prompt.parameters)
    .filter((name) => !allowed.includes(name))
    .map((name) => `${name} is no parameter`);
}

/** Width and height, each a multiple within [min, max]. */
export function checkSides(prompt: Prompt, multiple: number, min: number, max: number): string[] {
  return ["width", "height"].flatMap((name) => {
    const side = prompt.parameters[name];
    const fits = typeof side === "number" && side % multiple === 0 && side >= min && side <= max;
    return fits ? [] : [`${name}: ${String(side)} is not allowed`];
  });
}

export function sizeOf(prompt: Prompt): string {
  return `${String(prompt.parameters["width"])}x${String(prompt.parameters["height"])}`;
}
