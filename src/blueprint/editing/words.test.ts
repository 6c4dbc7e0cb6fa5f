import { describe, expect, it } from "vitest";
import { createBlueprint, createTerms } from "../build.js";
import type { Edit } from "../edit.js";
import type { Term } from "../types.js";
import { describeEdit } from "./words.js";

const base = createBlueprint({
  frame: { width: 4, height: 3 },
  terms: [
    { facet: "subject", text: "red fox", confidence: 0.5 },
    { facet: "lighting", text: "soft light" },
    { facet: "quality", text: "8k" },
  ],
  palette: [{ hex: "#ff0000", name: "red", share: 1 }],
});

function term(facet: Term["facet"], text: string): Term {
  const [made] = createTerms([{ facet, text }]);
  if (made === undefined) throw new Error("no term");
  return made;
}

const [fox] = base.terms;
if (fox === undefined) throw new Error("no fox");
const id = "subject/red-fox";

describe("describeEdit", () => {
  it.each<[string, Edit]>([
    [
      'drop "8k" (quality): says nothing to this target',
      { kind: "remove", id: "quality/8k", why: "says nothing to this target" },
    ],
    ['drop "8k" (quality)', { kind: "remove", id: "quality/8k" }],
    ['add "fog" (atmosphere)', { kind: "add", term: term("atmosphere", "fog") }],
    [
      'exclude "fog" (atmosphere)',
      { kind: "add", term: { ...term("atmosphere", "fog"), polarity: "exclude" } },
    ],
    ['reword "red fox" (subject) as "blue fox"', { kind: "replace", id, text: "blue fox" }],
    ['raise "red fox" (subject) from weight 1 to 1.4', { kind: "weigh", id, weight: 1.4 }],
    ['lower "red fox" (subject) from weight 1 to 0.4', { kind: "weigh", id, weight: 0.4 }],
    ['leave "red fox" (subject) at weight 1', { kind: "weigh", id, weight: 1 }],
    ['pin "red fox" (subject)', { kind: "pin", id, pinned: true }],
    ['unpin "red fox" (subject)', { kind: "pin", id, pinned: false }],
    ['exclude "red fox" (subject)', { kind: "exclude", id }],
    ['move "red fox" (subject) to detail', { kind: "move", id, facet: "detail" }],
    ['move "red fox" (subject) to after "soft light"', { kind: "move", id, at: 1 }],
    ['move "8k" (quality) to the front', { kind: "move", id: "quality/8k", at: 0 }],
    [
      'move "8k" (quality) to detail, to the front',
      { kind: "move", id: "quality/8k", facet: "detail", at: 0 },
    ],
    ['leave "red fox" (subject) in its place', { kind: "move", id }],
    [
      'put "wolf" (subject) in place of "red fox" (subject)',
      { kind: "substitute", id, term: term("subject", "wolf") },
    ],
    [
      'move "red fox" from subject to detail, trust "red fox" (subject) more: 0.5 becomes 1',
      { kind: "substitute", id, term: term("detail", "red fox") },
    ],
    [
      'change the evidence of "red fox" (subject)',
      { kind: "substitute", id, term: { ...fox, evidence: [{ source: "user" }] } },
    ],
    ["set the colors red #ff0000 to none", { kind: "swatches", swatches: [] }],
    [
      "drop the color red #ff0000, add the color navy #102030",
      { kind: "swatches", swatches: [{ hex: "#102030", name: "navy", share: 1 }] },
    ],
    [
      "rename the color red #ff0000 to signal red",
      { kind: "swatches", swatches: [{ hex: "#ff0000", name: "signal red", share: 1 }] },
    ],
    ["set the frame 4x3 to 16x9", { kind: "frame", frame: { width: 16, height: 9 } }],
    ["prune: nothing to change", { kind: "batch", label: "prune", edits: [] }],
    [
      'tidy: add "fog" (atmosphere); raise "fog" (atmosphere) from weight 1 to 2; drop "8k" (quality)',
      {
        kind: "batch",
        label: "tidy",
        edits: [
          { kind: "add", term: term("atmosphere", "fog") },
          { kind: "weigh", id: "atmosphere/fog", weight: 2 },
          { kind: "remove", id: "quality/8k" },
        ],
      },
    ],
  ])("%s", (words, edit) => expect(describeEdit(edit, base)).toBe(words));
});
