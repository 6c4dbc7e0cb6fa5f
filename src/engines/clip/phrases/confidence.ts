import type { Spread } from "./normal.js";
import { expectedGreatest, spreadsAbove } from "./normal.js";

/** Spreads by which a phrase must lead what chance would give, to be as likely right as wrong. */
const EVEN = 0.5;
const SLOPE = 1.5;

/** No score of a ranking proves or refutes a phrase. */
const LEAST = 0.05;
const MOST = 0.95;

/**
 * How far a phrase can be believed, 0.05 to 0.95, from the margin to its rivals within its facet: by how many of their
 * spreads it stands over them, less what the best of so many would reach if their scores were mere chance. Grows with
 * the score. Not calibrated: no trained weights have been measured against pictures of known content.
 */
export function confidenceOf(score: number, rivals: Spread): number {
  const lead = spreadsAbove(score, rivals) - expectedGreatest(rivals.count);
  const belief = 1 / (1 + Math.exp(-SLOPE * (lead - EVEN)));
  return Math.min(MOST, Math.max(LEAST, belief));
}
