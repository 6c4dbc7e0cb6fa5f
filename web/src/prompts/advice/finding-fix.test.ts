import { applyEdit, compile, createBlueprint } from "imprompt/core";
import { lint } from "imprompt/language";
import { expect, it } from "vitest";
import { placeFindings } from "./finding-fix";

const blueprint = createBlueprint({
  frame: { width: 1024, height: 1024 },
  terms: [
    { facet: "subject", text: "a fox in a forest" },
    { facet: "detail", text: "no people" },
    { facet: "quality", text: "masterpiece" },
  ],
});

it("turns findings about wording into edits of their terms", async () => {
  const prompt = await compile(blueprint, "midjourney");
  const placed = placeFindings(await lint(prompt.text, { target: "midjourney" }), prompt, blueprint);
  expect(placed.map(({ finding, term, fix }) => [finding.code, term?.text, fix?.label])).toEqual([
    ["negation", "no people", "Exclude it instead"],
    ["ineffective", "masterpiece", "Drop it"],
  ]);
  let mended = blueprint;
  for (const { fix } of placed) if (fix?.kind === "edit") mended = applyEdit(mended, fix.edit).blueprint;
  const after = await compile(mended, "midjourney");
  expect(after.text).toBe("a fox in a forest --ar 1:1 --no people");
  expect(placeFindings(await lint(after.text, { target: "midjourney" }), after, mended)).toEqual([]);
});

it("offers no edit for a finding that spans several terms", async () => {
  const prompt = await compile(blueprint, "midjourney");
  const span = { start: 0, end: prompt.text.length };
  const finding = {
    span,
    code: "duplicate",
    severity: "warning",
    what: "x",
    why: "y",
    fix: { ...span, text: "" },
  } as const;
  expect(placeFindings([finding], prompt, blueprint)).toEqual([{ finding, term: undefined, fix: undefined }]);
});
