import type { Edit } from "../edit.js";
import { meaningOf } from "../meaning.js";
import type { Blueprint, Term } from "../types.js";
import { applyEdit } from "./apply.js";
import { sameValue } from "./same-value.js";
import { settled } from "./settled.js";

/** The plainest edits that make `to` of `from`, which have one id. */
function alter(from: Term, to: Term): Edit[] {
  const { id } = to;
  if (sameValue(from, to)) return [];
  const rest = {
    text: to.text,
    weight: to.weight,
    facet: to.facet,
    polarity: to.polarity,
    pinned: to.pinned,
  };
  const artist = from.facet !== to.facet && to.facet === "artist" && to.hypothesis !== true;
  const plain = !artist && from.pinned !== false && to.pinned !== false;
  const guess = from.facet !== to.facet && to.facet === "artist" ? { hypothesis: true } : {};
  if (!plain || !sameValue({ ...from, ...rest, ...guess }, to)) return [{ kind: "substitute", id, term: to }];
  return [
    ...(from.text === to.text ? [] : [{ kind: "replace", id, text: to.text } as const]),
    ...(from.facet === to.facet ? [] : [{ kind: "move", id, facet: to.facet } as const]),
    ...(from.polarity === to.polarity ? [] : [{ kind: to.polarity, id } as const]),
    ...(from.weight === to.weight ? [] : [{ kind: "weigh", id, weight: to.weight } as const]),
    ...(from.pinned === to.pinned ? [] : [{ kind: "pin", id, pinned: to.pinned === true } as const]),
  ];
}

/** Terms of `a` without a namesake in `b`, each with the term of `b` without a namesake that means the same. */
function pairByMeaning(a: readonly Term[], b: readonly Term[]): Map<Term, Term> {
  const lone = new Map<string, Term[]>();
  for (const term of b) {
    const key = meaningOf(term.text);
    lone.set(key, [...(lone.get(key) ?? []), term]);
  }
  const pairs = new Map<Term, Term>();
  for (const term of a) {
    const twin = lone.get(meaningOf(term.text))?.shift();
    if (twin !== undefined) pairs.set(term, twin);
  }
  return pairs;
}

/** Drops, rewordings and the like: afterwards every term of the result stands as it is in `b`. */
function reconcile(a: Blueprint, b: Blueprint): Edit[] {
  const inA = new Set(a.terms.map(({ id }) => id));
  const inB = new Map(b.terms.map((term) => [term.id, term]));
  const pairs = pairByMeaning(
    a.terms.filter(({ id }) => !inB.has(id)),
    b.terms.filter(({ id }) => !inA.has(id)),
  );
  return a.terms.flatMap((term): Edit[] => {
    const same = inB.get(term.id);
    if (same !== undefined) return alter(term, same);
    const twin = pairs.get(term);
    if (twin !== undefined) return [{ kind: "substitute", id: term.id, term: twin }];
    return [{ kind: "remove", id: term.id }];
  });
}

/** Additions and moves: afterwards the terms are those of `b`, in its order. */
function arrange(current: readonly Term[], b: Blueprint): Edit[] {
  const order = current.map(({ id }) => id);
  const goal = new Map(b.terms.map(({ id }, index) => [id, index]));
  const still = settled(order.map((id) => goal.get(id) ?? 0));
  const stays = new Set(order.filter((_, index) => still.has(index)));
  const edits: Edit[] = [];
  let before: string | undefined;
  for (const term of b.terms) {
    const { id } = term;
    if (!stays.has(id)) {
      const known = order.indexOf(id);
      if (known !== -1) order.splice(known, 1);
      const at = before === undefined ? 0 : order.indexOf(before) + 1;
      order.splice(at, 0, id);
      edits.push(known === -1 ? { kind: "add", term, at } : { kind: "move", id, at });
    }
    before = id;
  }
  return edits;
}

/**
 * The edits that, applied to `a` one after the other, give the terms, swatches and frame of `b`, deeply equal and in
 * its order; few rather than fewest. Terms are matched by id, then by meaning. References and recovered prompts
 * are no subject of edits.
 */
export function diff(a: Blueprint, b: Blueprint): Edit[] {
  const outer: Edit[] = [
    ...(sameValue(a.frame, b.frame) ? [] : [{ kind: "frame", frame: b.frame } as const]),
    ...(sameValue(a.palette, b.palette) ? [] : [{ kind: "swatches", swatches: b.palette } as const]),
  ];
  const inner = reconcile(a, b);
  const { blueprint } = applyEdit(a, { kind: "batch", label: "", edits: inner });
  return [...outer, ...inner, ...arrange(blueprint.terms, b)];
}
