import type { Description } from "../../app/describe.js";

/**
 * The prompt that the file carries, to the letter; undefined where it carries none, or one in a grammar that the
 * tools which ask here would misread.
 */
export function ownPrompt({ recovered }: Description, field: "prompt" | "negative"): string | undefined {
  if (recovered === null || recovered.grammar !== "a1111" || recovered[field] === "") return undefined;
  return recovered[field];
}
