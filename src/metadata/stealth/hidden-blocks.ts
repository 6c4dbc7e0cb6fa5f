import type { TextBlock } from "../carrier.js";
import { parseJsonObject } from "../lenient-json.js";

/** Keywords of PNG texts, under which tools gather them into one object to hide. */
const PNG_KEYWORD = /^(?:Comment|Description|Software|Source|Title|parameters|workflow)$/i;

/**
 * A hidden text as the blocks that a PNG would have carried: the members of an object of PNG keywords (NovelAI),
 * "parameters" for all else (A1111 text, other JSON). Members that are no text come as JSON.
 */
export function hiddenBlocks(text: string, container: string): readonly TextBlock[] {
  const object = parseJsonObject(text);
  if (object === null || !Object.keys(object).some((key) => PNG_KEYWORD.test(key))) {
    return [{ container, key: "parameters", text }];
  }
  return Object.entries(object)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ({
      container,
      key,
      text: typeof value === "string" ? value : JSON.stringify(value),
    }));
}
