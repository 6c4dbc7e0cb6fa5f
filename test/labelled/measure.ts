import { readFileSync } from "node:fs";
import { BUCKET_OF, type Facet, isFacet } from "../../src/blueprint/facets.js";
import { classify } from "../../src/vocabulary/classify.js";

export interface Label {
  readonly phrase: string;
  readonly first: boolean;
  readonly facet: Facet;
  /** Another facet that a careful reader could give it as well. */
  readonly also?: Facet;
}

export interface Outcome extends Label {
  readonly given: Facet;
  readonly reason: string;
  readonly facetRight: boolean;
  readonly bucketRight: boolean;
}

export interface Accuracy {
  readonly phrases: number;
  /** Shares, 0 to 1; either label counts. */
  readonly facet: number;
  readonly bucket: number;
  /** The first label alone counts. */
  readonly strict: number;
}

/** The rows of a file beside this one, in file order. */
export function readLabels(name: "phrases" | "holdout"): Label[] {
  const text = readFileSync(new URL(`${name}.tsv`, import.meta.url), "utf8");
  return text.split("\n").flatMap((line, index) => {
    if (line === "" || line.startsWith("#")) return [];
    const [facet = "", phrase = "", first = "", also = ""] = line.split("\t");
    if (!isFacet(facet) || phrase === "" || !/^(?:first)?$/u.test(first) || !(also === "" || isFacet(also))) {
      throw new Error(`${name}.tsv:${index + 1}: not "facet, phrase, first, facet"`);
    }
    return [{ phrase, first: first !== "", facet, ...(also === "" ? {} : { also }) }];
  });
}

/** What `classify` makes of each label; a bucket is right when it is that of either label. */
export function outcomes(labels: readonly Label[]): Outcome[] {
  return labels.map((label) => {
    const { facet: given, reason } = classify(label.phrase, { first: label.first });
    const right = label.also === undefined ? [label.facet] : [label.facet, label.also];
    return {
      ...label,
      given,
      reason,
      facetRight: right.includes(given),
      bucketRight: right.some((facet) => BUCKET_OF[facet] === BUCKET_OF[given]),
    };
  });
}

export function accuracyOf(list: readonly Outcome[]): Accuracy {
  const share = (is: (outcome: Outcome) => boolean): number =>
    Math.round((list.filter(is).length / list.length) * 1000) / 1000;
  return {
    phrases: list.length,
    facet: share(({ facetRight }) => facetRight),
    bucket: share(({ bucketRight }) => bucketRight),
    strict: share(({ facet, given }) => facet === given),
  };
}
