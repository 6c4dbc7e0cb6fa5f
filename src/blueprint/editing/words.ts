import type { Edit, SimpleEdit } from "../edit.js";
import { meaningOf } from "../meaning.js";
import type { Blueprint, Swatch, Term } from "../types.js";
import { applyEdit } from "./apply.js";
import { placeOf } from "./place.js";
import { sameValue } from "./same-value.js";

function named(term: Term): string {
  return `"${term.text}" (${term.facet})`;
}

function because(why: string | undefined): string {
  return why === undefined ? "" : `: ${why}`;
}

function weighing(term: Term, weight: number): string {
  if (weight === term.weight) return `leave ${named(term)} at weight ${weight}`;
  return `${weight > term.weight ? "raise" : "lower"} ${named(term)} from weight ${term.weight} to ${weight}`;
}

function pinning(term: Term, pinned: boolean): string {
  return `${pinned ? "pin" : "unpin"} ${named(term)}`;
}

function trusting(from: Term, to: Term): string {
  const more = to.confidence > from.confidence ? "more" : "less";
  return `trust ${named(from)} ${more}: ${from.confidence} becomes ${to.confidence}`;
}

/** What makes a term of another, in words; the same thing said otherwise, or another thing. */
function substituting(from: Term, to: Term): string {
  if (from.id !== to.id && meaningOf(from.text) !== meaningOf(to.text)) {
    return `put ${named(to)} in place of ${named(from)}`;
  }
  const parts = [
    ...(from.text === to.text ? [] : [`reword ${named(from)} as "${to.text}"`]),
    ...(from.facet === to.facet ? [] : [`move "${to.text}" from ${from.facet} to ${to.facet}`]),
    ...(from.polarity === to.polarity ? [] : [`${to.polarity} ${named(to)}`]),
    ...(from.weight === to.weight ? [] : [weighing(from, to.weight)]),
    ...((from.pinned === true) === (to.pinned === true) ? [] : [pinning(from, to.pinned === true)]),
    ...(from.confidence === to.confidence ? [] : [trusting(from, to)]),
  ];
  if (parts.length > 0) return parts.join(", ");
  return sameValue(from.evidence, to.evidence)
    ? `mark ${named(from)} anew`
    : `change the evidence of ${named(from)}`;
}

function moving(blueprint: Blueprint, edit: SimpleEdit & { readonly kind: "move" }): string {
  const { term } = placeOf(blueprint, edit.id);
  const others = blueprint.terms.filter(({ id }) => id !== edit.id);
  const before = edit.at === undefined ? undefined : others[Math.min(edit.at, others.length) - 1];
  const place =
    edit.at === undefined ? "" : before === undefined ? " to the front" : ` to after "${before.text}"`;
  const facet = edit.facet === undefined || edit.facet === term.facet ? "" : ` to ${edit.facet}`;
  if (place === "" && facet === "") return `leave ${named(term)} in its place`;
  return `move ${named(term)}${facet}${facet !== "" && place !== "" ? "," : ""}${place}`;
}

function colours(swatches: readonly Swatch[]): string {
  return swatches.length === 0 ? "none" : swatches.map(({ name, hex }) => `${name} ${hex}`).join(", ");
}

/** The colors that went and came; both lists whole where the order or the shares alone differ. */
function recolouring(from: readonly Swatch[], to: readonly Swatch[]): string {
  const went = from.filter((swatch) => !to.some(({ hex }) => hex === swatch.hex));
  const came = to.filter((swatch) => !from.some(({ hex }) => hex === swatch.hex));
  const renamed = to.flatMap(({ hex, name }) => {
    const before = from.find((swatch) => swatch.hex === hex);
    return before === undefined || before.name === name
      ? []
      : [`rename the color ${before.name} ${hex} to ${name}`];
  });
  const few = went.length + came.length + renamed.length;
  if (few === 0 || to.length === 0) return `set the colors ${colours(from)} to ${colours(to)}`;
  return [
    ...(went.length === 0 ? [] : [`drop the color ${colours(went)}`]),
    ...(came.length === 0 ? [] : [`add the color ${colours(came)}`]),
    ...renamed,
  ].join(", ");
}

function adding(term: Term): string {
  return `${term.polarity === "exclude" ? "exclude" : "add"} ${named(term)}`;
}

function describeSimple(edit: SimpleEdit, blueprint: Blueprint): string {
  switch (edit.kind) {
    case "add":
      return adding(edit.term);
    case "move":
      return moving(blueprint, edit);
    case "swatches":
      return recolouring(blueprint.palette, edit.swatches);
    case "frame":
      return `set the frame ${blueprint.frame.width}x${blueprint.frame.height} to ${edit.frame.width}x${edit.frame.height}`;
    default: {
      const { term } = placeOf(blueprint, edit.id);
      switch (edit.kind) {
        case "remove":
          return `drop ${named(term)}${because(edit.why)}`;
        case "replace":
          return `reword ${named(term)} as "${edit.text}"${because(edit.why)}`;
        case "substitute":
          return `${substituting(term, edit.term)}${because(edit.why)}`;
        case "weigh":
          return weighing(term, edit.weight);
        case "pin":
          return pinning(term, edit.pinned);
        case "exclude":
        case "include":
          return `${edit.kind} ${named(term)}`;
      }
    }
  }
}

/** Each simple edit within `edit`, in order, in words. */
export function itemise(edit: Edit, blueprint: Blueprint): string[] {
  if (edit.kind !== "batch") return [describeSimple(edit, blueprint)];
  let current = blueprint;
  return edit.edits.flatMap((each) => {
    const items = itemise(each, current);
    current = applyEdit(current, each).blueprint;
    return items;
  });
}

/**
 * An edit in words, as seen from the blueprint before it: `drop "8k" (quality): says nothing to this target`.
 * A batch is its label and its edits: `prune: drop ...; reword ...`.
 *
 * @throws ImpromptError `invalid-option` when the edit cannot be applied
 */
export function describeEdit(edit: Edit, blueprint: Blueprint): string {
  const items = itemise(edit, blueprint);
  const label = edit.kind === "batch" && edit.label !== "" ? `${edit.label}: ` : "";
  return `${label}${items.length === 0 ? "nothing to change" : items.join("; ")}`;
}
