import type { Blueprint, Capabilities, Edit, Facet, PruneOptions, Term } from "imprompt/core";
import { BUCKET_OF, describeEdit, negate, type Purpose, prune, whyIneffective } from "imprompt/core";
import { saidOf } from "../said";
import { capitalized } from "../titles";
import type { Change } from "./change";

/** Models that were trained on tags take the words of their captions; the others read sentences. */
function readsSentences(capabilities: Capabilities | null): boolean {
  return capabilities !== null && capabilities.weights.kind !== "a1111";
}

function changesOf(blueprint: Blueprint, edit: Edit): readonly Change[] {
  const edits = edit.kind === "batch" ? edit.edits : [edit];
  return edits.map((each, index) => ({
    key: "id" in each ? `${each.kind} ${each.id}` : String(index),
    words: capitalized(describeEdit(each, blueprint)),
    edit: each,
    ...("id" in each ? { termId: each.id } : {}),
  }));
}

/** What can go, with the reason for each. */
export function pruning(
  blueprint: Blueprint,
  minConfidence: number,
  capabilities: Capabilities | null,
): readonly Change[] {
  const options: PruneOptions = {
    minConfidence,
    ...(readsSentences(capabilities) ? { weak: whyIneffective } : {}),
  };
  return changesOf(blueprint, prune(blueprint, options));
}

/** What a vocabulary says a phrase is. */
export type Classify = (text: string) => { readonly facet: Facet; readonly confidence: number };

/** From here on the words themselves say where a phrase belongs. */
const SURE = 0.9;

/** Some facets are a matter of view; what is put into another bucket is a mistake. */
function misplaced(blueprint: Blueprint, classify: Classify): readonly Change[] {
  return blueprint.terms.flatMap((term): Change[] => {
    const { facet, confidence } = classify(term.text);
    if (confidence < SURE || BUCKET_OF[facet] === BUCKET_OF[term.facet] || term.facet === "text") return [];
    const edit: Edit = { kind: "move", id: term.id, facet };
    const words = `Move "${term.text}" from ${term.facet} to ${facet}`;
    return [{ key: `move ${term.id}`, words, why: "its words say so", edit, termId: term.id }];
  });
}

function guesses(blueprint: Blueprint, minConfidence: number): readonly Change[] {
  const { guesses: said } = saidOf(blueprint, minConfidence);
  return blueprint.terms
    .filter(({ id }) => said.has(id))
    .map((term) => ({
      key: `guess ${term.id}`,
      words: `Drop "${term.text}" (${term.facet})`,
      why: "it is a guess that the prompts say as if it were sure; pin it if it is right",
      edit: { kind: "remove", id: term.id, why: "it is a guess" },
      termId: term.id,
      isDoubtful: true,
    }));
}

/** What contradicts, repeats or stands in the wrong place, each with what mends it. */
export function checking(
  blueprint: Blueprint,
  minConfidence: number,
  capabilities: Capabilities | null,
  classify: Classify | null,
): readonly Change[] {
  const dropped = pruning(blueprint, 0, capabilities);
  const gone = new Set(dropped.filter(({ edit }) => edit.kind === "remove").map(({ termId }) => termId));
  const others = [
    ...(classify === null ? [] : misplaced(blueprint, classify)),
    ...guesses(blueprint, minConfidence),
  ].filter(({ termId }) => !gone.has(termId));
  return [...dropped, ...others];
}

export interface ExclusionWishes {
  readonly purposes: readonly Purpose[];
  readonly derive: boolean;
}

/** Exclusions that fit the picture. What is chosen among them is added where `negate` puts it. */
export function excluding(
  blueprint: Blueprint,
  wishes: ExclusionWishes,
  opposites: (phrase: string) => readonly string[],
): readonly Change[] {
  const { blueprint: after, added } = negate(blueprint, { ...wishes, opposites });
  return added.map((term) => ({
    key: term.id,
    words: `Exclude "${term.text}"`,
    ...(term.evidence[0]?.note === undefined ? {} : { why: term.evidence[0].note }),
    edit: { kind: "add", term, at: placeAmong(after.terms, added, term) },
  }));
}

/** The index of an added term when only those that stood there before are counted: holds for any choice of them. */
function placeAmong(terms: readonly Term[], added: readonly Term[], term: Term): number {
  const before = terms.slice(0, terms.indexOf(term));
  return before.filter((other) => !added.includes(other)).length;
}

/** Additions from the back to the front, so that none moves the place of another; the rest as it comes. */
export function together(label: string, changes: readonly Change[]): Edit {
  const placeOf = (edit: Edit): number => (edit.kind === "add" ? (edit.at ?? Number.POSITIVE_INFINITY) : -1);
  const edits = changes.map(({ edit }) => edit);
  const additions = edits.filter(({ kind }) => kind === "add").reverse();
  additions.sort((x, y) => placeOf(y) - placeOf(x));
  return { kind: "batch", label, edits: [...edits.filter(({ kind }) => kind !== "add"), ...additions] };
}
