import type { Carrier } from "../carrier.js";
import { parseLenientJson } from "../lenient-json.js";

/**
 * Every text of the carrier under its own key, JSON objects and lists parsed, so that nothing a tool wrote is lost.
 * A key that stands more than once gets " (2)", " (3)", ... in file order.
 */
export function rawBlocks(carrier: Carrier): { readonly [key: string]: unknown } {
  const seen = new Map<string, number>();
  const entries = carrier.texts.map((block): readonly [string, unknown] => {
    const times = (seen.get(block.key) ?? 0) + 1;
    seen.set(block.key, times);
    return [times === 1 ? block.key : `${block.key} (${times})`, jsonOrText(block.text)];
  });
  return Object.fromEntries(entries);
}

function jsonOrText(text: string): unknown {
  return /^\s*[{[]/.test(text) ? (parseLenientJson(text) ?? text) : text;
}
