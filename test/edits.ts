import fc from "fast-check";
import { MAX_WEIGHT, MIN_WEIGHT } from "../src/blueprint/build.js";
import type { Edit } from "../src/blueprint/edit.js";
import { freshTerm } from "../src/blueprint/editing/fresh-term.js";
import { FACETS } from "../src/blueprint/facets.js";
import type { Blueprint, Swatch } from "../src/blueprint/types.js";
import { blueprint, phraseText, termDraft } from "./arbitraries.js";

const swatches: fc.Arbitrary<Swatch[]> = fc.array(
  fc.record({
    hex: fc.constantFrom("#ff0000", "#0a0b0c"),
    name: fc.constant("red"),
    share: fc.constant(0.5),
  }),
  { maxLength: 3 },
);

/** As a file may hold it: no term without words. */
export const validBlueprint: fc.Arbitrary<Blueprint> = blueprint.map((any) => ({
  ...any,
  terms: any.terms.filter(({ text }) => text !== ""),
}));

/** Turns a blueprint into an edit that can be applied to it. */
export type Plan = (blueprint: Blueprint) => Edit;

const nothing: Edit = { kind: "batch", label: "", edits: [] };

/** Plans of every kind; one that needs a term gives the empty batch when there is none. */
export const plan: fc.Arbitrary<Plan> = fc
  .record({
    kind: fc.constantFrom(
      ...(["add", "remove", "replace", "substitute", "weigh", "pin", "move", "exclude"] as const),
      ...(["include", "swatches", "frame", "batch"] as const),
    ),
    pick: fc.nat(),
    at: fc.option(fc.nat({ max: 50 }), { nil: undefined }),
    text: phraseText.map((text) => (text === "" ? "x" : text)),
    draft: termDraft,
    facet: fc.option(fc.constantFrom(...FACETS), { nil: undefined }),
    weight: fc.double({ min: MIN_WEIGHT, max: MAX_WEIGHT, noNaN: true }),
    flag: fc.boolean(),
    swatches,
  })
  .map((seed) => (blueprint) => {
    const place = seed.at === undefined ? {} : { at: seed.at };
    const term = freshTerm(blueprint, seed.draft);
    const old = blueprint.terms[seed.pick % Math.max(1, blueprint.terms.length)];
    if (seed.kind === "swatches") return { kind: "swatches", swatches: seed.swatches };
    if (seed.kind === "frame") return { kind: "frame", frame: { width: 1 + seed.pick, height: 7 } };
    if (seed.kind === "add") return term === undefined ? nothing : { kind: "add", term, ...place };
    if (old === undefined) return nothing;
    const { id } = old;
    switch (seed.kind) {
      case "remove":
        return { kind: "remove", id, why: seed.text };
      case "replace":
        return { kind: "replace", id, text: seed.text };
      case "substitute":
        return {
          kind: "substitute",
          id,
          term: seed.flag || term === undefined ? { ...old, confidence: 0.25 } : term,
        };
      case "weigh":
        return { kind: "weigh", id, weight: seed.weight };
      case "pin":
        return { kind: "pin", id, pinned: seed.flag };
      case "move":
        return { kind: "move", id, ...place, ...(seed.facet === undefined ? {} : { facet: seed.facet }) };
      case "exclude":
      case "include":
        return { kind: seed.kind, id };
      case "batch":
        return {
          kind: "batch",
          label: "several",
          edits: [
            { kind: "weigh", id, weight: seed.weight },
            { kind: "move", id, at: 0 },
            ...(term === undefined
              ? []
              : [{ kind: "add", term, at: 1 } as const, { kind: "remove", id: term.id } as const]),
            { kind: "remove", id },
          ],
        };
    }
  });
