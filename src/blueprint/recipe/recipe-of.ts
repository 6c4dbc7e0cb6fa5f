import { ImpromptError } from "../../base/error.js";
import type { TermDraft } from "../build.js";
import { placeTerms } from "../place-terms.js";
import { clashingAxis, polesOf } from "../poles.js";
import type { StyleConsensus, StylePhrase } from "../style/consensus.js";
import { escapeBraces, SLOT_NAME } from "./placeholders.js";
import type { Recipe, Slot } from "./recipe.js";

/** A phrase is part of the style from this share of the references on. */
const CONSISTENT = 0.5;

function faultOf(
  { name, required, default: fallback }: Slot,
  earlier: ReadonlySet<string>,
): string | undefined {
  if (!SLOT_NAME.test(name)) return "is no name for a slot";
  if (earlier.has(name)) return "is there twice";
  return required && fallback !== undefined ? "is required and has a default" : undefined;
}

function checked(slots: readonly Slot[]): void {
  const names = new Set<string>();
  for (const slot of slots) {
    const fault = faultOf(slot, names);
    names.add(slot.name);
    if (fault === undefined) continue;
    throw new ImpromptError("invalid-option", `"${slot.name}" ${fault}`, {
      where: "slots",
      hint: "A slot is a letter, then letters, digits, - or _, once each; a default makes it optional.",
    });
  }
}

function termOf(phrase: StylePhrase, references: number): TermDraft {
  const { facet, text, weight, confidence, polarity, hypothesis = false } = phrase;
  const note = `said by ${phrase.references} of ${references}`;
  const evidence = [{ source: "style:consensus", score: phrase.share, note }];
  return { facet, text: escapeBraces(text), weight, confidence, polarity, hypothesis, evidence };
}

/**
 * The style as a master prompt: what half of the references or more say, common colours and frame, and a place
 * for each slot. What the references say in the facet of a slot gives way to it. Of phrases at different poles of
 * an axis the more consistent stays.
 *
 * @throws ImpromptError `invalid-option` for a slot that is misnamed, there twice, or required with a default
 */
export function recipeOf(consensus: StyleConsensus, slots: readonly Slot[], name: string): Recipe {
  checked(slots);
  const open = new Set(slots.map(({ facet }) => facet));
  const kept: StylePhrase[] = [];
  for (const phrase of consensus.phrases) {
    const include = phrase.polarity === "include";
    if (phrase.share < CONSISTENT || (include && open.has(phrase.facet))) continue;
    const poles = polesOf(kept.filter(({ polarity }) => polarity === "include"));
    if (!include || clashingAxis(poles, phrase) === undefined) kept.push(phrase);
  }
  const places = slots.map((slot): TermDraft => {
    return {
      facet: slot.facet,
      text: `{${slot.name}}`,
      evidence: [{ source: `recipe:${name}`, note: "open" }],
    };
  });
  const { terms } = placeTerms(
    [],
    [...places, ...kept.map((phrase) => termOf(phrase, consensus.references))],
  );
  return {
    version: 1,
    name,
    terms,
    slots,
    palette: consensus.palette.map(({ hex, name: color, share }) => ({ hex, name: color, share })),
    frame: consensus.frame,
  };
}
