import { sharedTokens } from "./token-groups.js";

/** What tokens leave for those that come after them: keys and values [2 * layers, heads, tokens, width of a head]. */
export interface Past {
  readonly tokens: readonly number[];
  readonly data: Float32Array;
  readonly shape: readonly [number, number, number, number];
}

export interface PastSizes {
  readonly layers: number;
  readonly heads: number;
  readonly width: number;
}

/** The past of the very first token. */
export function emptyPast({ layers, heads, width }: PastSizes): Past {
  return { tokens: [], data: new Float32Array(0), shape: [2 * layers, heads, 0, width / heads] };
}

/** A past with more tokens behind it, whose keys and values are `present`. */
export function extendPast(past: Past, tokens: readonly number[], present: Float32Array): Past {
  const [stack, heads, before, head] = past.shape;
  const data = new Float32Array(stack * heads * (before + tokens.length) * head);
  const old = before * head;
  const fresh = tokens.length * head;
  for (let row = 0; row < stack * heads; row++) {
    const at = row * (old + fresh);
    data.set(past.data.subarray(row * old, (row + 1) * old), at);
    data.set(present.subarray(row * fresh, (row + 1) * fresh), at + old);
  }
  return {
    tokens: [...past.tokens, ...tokens],
    data,
    shape: [stack, heads, before + tokens.length, head],
  };
}

/** The longest of the pasts with which all of the sorted texts begin, and after which none is at its end. */
export function longestPast(pasts: readonly Past[], texts: readonly (readonly number[])[]): Past | undefined {
  const [first = [], last = []] = [texts[0], texts.at(-1)];
  const shared = Math.min(sharedTokens(first, last), first.length - 1);
  const fitting = pasts.filter(
    ({ tokens }) => tokens.length <= shared && sharedTokens(tokens, first) === tokens.length,
  );
  return fitting.sort((a, b) => b.tokens.length - a.tokens.length)[0];
}
