import { clamp, round } from "../../base/number.js";
import type { Warning } from "../../base/warning.js";
import type { Reference } from "../../blueprint/types.js";
import type { Capabilities } from "../capabilities.js";
import type { ParameterValue } from "../types.js";

/** Links longer than this in sum are given up, so that the prompt's fixed part always fits. */
const MAX_LINKS = 3000;
const MAX_EDITS = 4;
const IMAGE_LINK = /\.(?:png|gif|webp|jpe?g)(?:\?\S*)?$/iu;
const LINK = /^https?:\/\/[^\s,"{}]*[^\s,"{}.;:!?]$/iu;

export interface PlacedReferences {
  /** Links that stand before the text. */
  readonly images: readonly string[];
  /** By parameter name. */
  readonly parameters: { readonly [name: string]: ParameterValue };
  readonly warnings: readonly Warning[];
}

interface Place {
  readonly name: string;
  readonly most: number;
  /** The parameter that a single reference's weight becomes, and what 1 is there. */
  readonly weight?: { readonly name: string; readonly neutral: number };
}

const UNLIMITED = Number.POSITIVE_INFINITY;
const STYLE: Place = {
  name: "style-reference",
  most: UNLIMITED,
  weight: { name: "style-weight", neutral: 100 },
};
const CHARACTER_PLACES: readonly Place[] = [
  { name: "character-reference", most: UNLIMITED, weight: { name: "character-weight", neutral: 100 } },
  { name: "omni-reference", most: 1, weight: { name: "omni-weight", neutral: 100 } },
  { name: "edit", most: MAX_EDITS },
];

function usable(
  references: readonly Reference[],
  warn: (reference: Reference, why: string) => void,
): Reference[] {
  let length = 0;
  return references.filter((reference) => {
    const { role, url } = reference;
    if (!LINK.test(url) || url.includes("--") || url.includes("::")) {
      warn(reference, "is no link that can stand in a prompt");
    } else if (role === "image" && !IMAGE_LINK.test(url)) {
      warn(reference, "does not end in .png, .gif, .webp, .jpg or .jpeg");
    } else if (length + url.length + 1 > MAX_LINKS) {
      warn(reference, "makes the links too long");
    } else {
      length += url.length + 1;
      return true;
    }
    return false;
  });
}

function place(
  references: readonly Reference[],
  { name, most, weight }: Place,
  capabilities: Capabilities,
  warn: (reference: Reference, why: string) => void,
): { readonly [name: string]: ParameterValue } {
  const kept = references.slice(0, most);
  for (const reference of references.slice(most)) warn(reference, `is one more than ${name} takes`);
  const [first] = kept;
  if (first === undefined) return {};
  if (kept.length > 1) {
    const weighted = kept.map(({ url, weight: own }) =>
      name === "style-reference" && own !== undefined && own !== 1 ? `${url}::${round(own, 2)}` : url,
    );
    return { [name]: weighted.join(" ") };
  }
  const spec = capabilities.parameters.find((candidate) => candidate.name === weight?.name);
  if (weight === undefined || spec === undefined || first.weight === undefined) return { [name]: first.url };
  const scaled = clamp(Math.round(first.weight * weight.neutral), spec.min ?? 0, spec.max ?? UNLIMITED);
  return { [name]: first.url, [weight.name]: scaled };
}

/** Where the version takes each reference: before the text, or as the parameter of its role; else a warning. */
export function placeReferences(
  references: readonly Reference[],
  capabilities: Capabilities,
  where: string,
): PlacedReferences {
  const warnings: Warning[] = [];
  const warn = ({ role, url }: Reference, why: string): void => {
    const shown = url.length > 80 ? `${url.slice(0, 80)}...` : url;
    warnings.push({ code: "parameter-dropped", message: `the ${role} reference ${shown} ${why}`, where });
  };
  const kept = usable(references, warn);
  const images = kept.filter(({ role }) => role === "image");
  const characters = kept.filter(({ role }) => role === "character");
  const taken = CHARACTER_PLACES.find(({ name }) =>
    capabilities.parameters.some((spec) => spec.name === name),
  );
  if (taken === undefined) {
    for (const character of characters) warn(character, `is not taken by ${capabilities.title}`);
  }
  const imageWeight = images.length === 1 ? images[0]?.weight : undefined;
  const styles = kept.filter(({ role }) => role === "style");
  return {
    images: images.map(({ url }) => url),
    parameters: {
      ...(imageWeight === undefined ? {} : { "image-weight": round(clamp(imageWeight, 0, 3), 2) }),
      ...place(styles, STYLE, capabilities, warn),
      ...(taken === undefined ? {} : place(characters, taken, capabilities, warn)),
    },
    warnings,
  };
}
