import type { Chances } from "../types.js";
import type { Dense } from "./dense.js";
import { dense } from "./dense.js";

/** What turns features into the chances of one set of labels that exclude each other. */
export interface Head {
  readonly labels: readonly string[];
  /** Divides the logits, so that the chances are as often right as they say. @source Guo et al. 2017, arXiv:1706.04599 */
  readonly temperature: number;
  /** All but the last are cut at 0. */
  readonly layers: readonly Dense[];
}

function softmax(logits: Float32Array, temperature: number): Float64Array {
  const top = logits.reduce((highest, logit) => Math.max(highest, logit), Number.NEGATIVE_INFINITY);
  const powers = Float64Array.from(logits, (logit) => Math.exp((logit - top) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** In the order of the head's labels. */
export function chancesOf(features: Float32Array, { labels, temperature, layers }: Head): Chances {
  const logits = layers.reduce<Float32Array>((input, layer, at) => {
    const output = dense(input, layer);
    return at === layers.length - 1 ? output : output.map((value) => Math.max(0, value));
  }, features);
  const chances = softmax(logits, temperature);
  return Object.fromEntries(labels.map((label, at) => [label, chances[at] as number]));
}
