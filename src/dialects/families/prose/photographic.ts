import type { Term } from "../../../blueprint/types.js";

const PHOTOGRAPHIC =
  /\b(?:photo(?:s|graph|graphs|graphy|graphic)?|polaroid|daguerreotype|film still|snapshot|selfie|dslr)\b/iu;

/** Whether the medium says photograph; undefined when no medium is said. */
export function isPhotographic(terms: readonly Term[]): boolean | undefined {
  const media = terms.filter((term) => term.facet === "medium");
  return media.length === 0 ? undefined : media.some((term) => PHOTOGRAPHIC.test(term.text));
}
