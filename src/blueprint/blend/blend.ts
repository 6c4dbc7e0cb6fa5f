import { ImpromptError } from "../../base/error.js";
import { createTerms } from "../build.js";
import { FACETS } from "../facets.js";
import { normalise } from "../normalise.js";
import { mergeSwatches } from "../style/merge-swatches.js";
import type { Blueprint, Reference, Swatch } from "../types.js";
import type { FacetChoice } from "./choose-facets.js";
import { fromFacets, namedSources, strongestSources } from "./choose-facets.js";
import type { BlendSource, Contribution } from "./contribution.js";
import { contribute } from "./contribution.js";
import { byReading, mergeContributions } from "./merge.js";
import type { Conflict } from "./resolve.js";
import { resolve } from "./resolve.js";

const LETTERS = "ABCDE";
const MOST_SWATCHES = 8;

export interface BlendInput {
  readonly blueprint: Blueprint;
  /** Above 0, 1 unless given; only the proportion between inputs counts. */
  readonly weight?: number;
}

/**
 * `facets`: as named, 0 being the first input; a facet that is not named goes with the first named one of its
 * bucket, else with the first input. `weight`: all of all, louder by share. `auto`: each facet from the input
 * that is surest and richest there.
 */
export type BlendMode =
  | { readonly mode: "facets"; readonly from: FacetChoice }
  | { readonly mode: "weight" }
  | { readonly mode: "auto" };

export interface Blended {
  readonly blueprint: Blueprint;
  readonly conflicts: readonly Conflict[];
}

function reject(message: string, hint: string): never {
  throw new ImpromptError("invalid-option", message, { where: "blend", hint });
}

function checked(inputs: readonly BlendInput[], mode: BlendMode): BlendSource[] {
  if (inputs.length < 2 || inputs.length > LETTERS.length) {
    reject(`${inputs.length} blueprints cannot be blended`, `Give 2 to ${LETTERS.length}.`);
  }
  const weights = inputs.map(({ weight = 1 }) => weight);
  if (!weights.every((weight) => weight > 0 && weight < Number.POSITIVE_INFINITY)) {
    reject(`the weights ${weights.join(", ")} are not all above 0`, "Leave an input out instead.");
  }
  if (mode.mode === "facets") {
    for (const facet of FACETS) {
      const index = mode.from[facet];
      if (index !== undefined && inputs[index] === undefined) {
        reject(`${facet} is asked of input ${index}, which there is not`, "The first input is 0.");
      }
    }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return inputs.map(({ blueprint, weight = 1 }, index) => {
    const { terms } = normalise(blueprint);
    return { index, letter: LETTERS.charAt(index), terms, share: weight / total };
  });
}

/** What each source gives, and which one's swatches are the blend's: undefined when they are mixed. */
function choose(
  sources: readonly BlendSource[],
  first: BlendSource,
  mode: BlendMode,
): { readonly given: Contribution[]; readonly palette?: BlendSource } {
  switch (mode.mode) {
    case "weight": {
      const percent = ({ letter, share }: BlendSource): string => `${Math.round(share * 100)} % of ${letter}`;
      return {
        given: sources.flatMap((source) =>
          contribute(
            source,
            () => true,
            () => percent(source),
          ),
        ),
      };
    }
    case "facets": {
      const chosen = namedSources(sources, mode.from, first);
      const note = (facet: string, letter: string): string => `${facet} from ${letter}`;
      return { given: fromFacets(sources, chosen, note, false), palette: chosen.palette };
    }
    case "auto": {
      const chosen = strongestSources(sources, first);
      const note = (facet: string, letter: string): string => `${letter} says most of ${facet}, and surest`;
      return { given: fromFacets(sources, chosen, note, true), palette: chosen.palette };
    }
  }
}

function blendPalette(
  inputs: readonly BlendInput[],
  sources: readonly BlendSource[],
  from?: BlendSource,
): Swatch[] {
  const own = from === undefined ? undefined : inputs[from.index]?.blueprint.palette;
  if (own !== undefined && own.length > 0) return [...own];
  const shares = sources.map(({ index, share }) => {
    return { swatches: inputs[index]?.blueprint.palette ?? [], weight: share };
  });
  return mergeSwatches(shares)
    .slice(0, MOST_SWATCHES)
    .map(({ hex, name, share }) => ({ hex, name, share }));
}

function uniqueReferences(inputs: readonly BlendInput[]): Reference[] {
  const all = inputs.flatMap(({ blueprint }) => blueprint.references);
  const keyOf = ({ role, url }: Reference): string => `${role} ${url}`;
  const first = new Map([...all].reverse().map((reference) => [keyOf(reference), reference]));
  return all.filter((reference) => first.get(keyOf(reference)) === reference);
}

/**
 * One blueprint of two to five, normal in form. Each phrase's evidence says whom it is from (`blend:A` is the
 * first input) on top of what it said before. Equal meanings are one phrase; what contradicts a surer phrase of
 * another input is dropped, and told as a conflict. In `weight` mode a phrase's weight is multiplied by the root
 * of its sources' share over an even share, kept within 0.5 and 1.5, and swatches are mixed by share; otherwise
 * swatches are those of the palette's input, if it has any. The frame is the first input's; a recovered prompt
 * belongs to one file and is left out.
 *
 * With equal weights `weight` mode gives the same terms (but for their evidence) and the same palette in whatever
 * order the inputs come.
 *
 * @throws ImpromptError `invalid-option` for fewer than 2 or more than 5 inputs, a weight that is not above 0, or
 * a facet of an input that there is not
 */
export function blend(inputs: readonly BlendInput[], mode: BlendMode): Blended {
  const sources = checked(inputs, mode);
  const [first] = sources;
  const frame = inputs[0]?.blueprint.frame;
  if (first === undefined || frame === undefined) reject("nothing to blend", "Give 2 to 5.");
  const { given, palette } = choose(sources, first, mode);
  const strength =
    mode.mode === "weight"
      ? (share: number) => Math.min(1.5, Math.max(0.5, Math.sqrt(share * sources.length)))
      : () => 1;
  const { kept, conflicts } = resolve(mergeContributions(given, strength));
  const terms = createTerms(
    [...kept]
      .sort(byReading)
      .map(({ facet, text, weight, confidence, polarity, pinned, hypothesis, evidence }) => {
        return { facet, text, weight, confidence, polarity, pinned, hypothesis, evidence };
      }),
  );
  return {
    blueprint: {
      version: 1,
      terms,
      frame,
      palette: blendPalette(inputs, sources, palette),
      references: uniqueReferences(inputs),
    },
    conflicts,
  };
}
