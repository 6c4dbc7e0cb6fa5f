import type { TextBlock } from "../carrier.js";

/** Where a text stood, in a person's words: "PNG tEXt parameters", "alpha channel". */
export function locationOf(block: TextBlock): string {
  const isHidden = block.container === "alpha channel" || block.container === "RGB channels";
  return isHidden ? block.container : `${block.container} ${block.key}`;
}
