import { describe, expect, it } from "vitest";
import type { Edit } from "../edit.js";
import { parseEdit } from "./schema.js";

const term = {
  id: "lighting/neon-light",
  facet: "lighting",
  text: "neon light",
  weight: 1,
  confidence: 1,
  polarity: "include",
  evidence: [],
} as const;

const EDITS: readonly Edit[] = [
  { kind: "add", term, at: 0 },
  { kind: "remove", id: "a", why: "weak" },
  { kind: "replace", id: "a", text: "soft light" },
  { kind: "substitute", id: "a", term },
  { kind: "weigh", id: "a", weight: 1.2 },
  { kind: "pin", id: "a", pinned: true },
  { kind: "move", id: "a", facet: "camera", at: 3 },
  { kind: "exclude", id: "a" },
  { kind: "include", id: "a" },
  { kind: "swatches", swatches: [{ hex: "#102030", name: "navy", share: 0.5 }] },
  { kind: "frame", frame: { width: 1536, height: 864 } },
];

function nested(depth: number): unknown {
  let edit: unknown = { kind: "remove", id: "a" };
  for (let level = 0; level < depth; level += 1) edit = { kind: "batch", label: "", edits: [edit] };
  return edit;
}

describe("parseEdit", () => {
  it.each(EDITS)("takes $kind as it is", (edit) => expect(parseEdit(edit)).toEqual(edit));

  it("takes them all in one batch", () => {
    const batch = { kind: "batch", label: "all", edits: EDITS };
    expect(parseEdit(batch)).toEqual(batch);
  });

  it.each([
    [{ kind: "paint", id: "a" }, /kind is of no known kind/],
    [{ kind: "weigh", id: "a", weight: 9 }, /weight has to be at most 3/],
    [{ kind: "weigh", id: "a", weight: 1, extra: true }, /does not take "extra"/],
    [{ kind: "add", term: { ...term, facet: "mood" } }, /term\.facet has to be subject or/],
    [{ kind: "batch", label: "", edits: [{ kind: "remove" }] }, /edits\[0\]\.id is missing/],
    [null, /it has to be an object/],
  ])("refuses %j", (edit, where) => expect(() => parseEdit(edit)).toThrow(where));

  it("takes batches within batches to a bound, and refuses a thousand without looking", () => {
    expect(parseEdit(nested(8))).toEqual(nested(8));
    expect(() => parseEdit(nested(9))).toThrow(/more than 8 deep/);
    expect(() => parseEdit(nested(1000))).toThrow(/more than 8 deep/);
  });
});
