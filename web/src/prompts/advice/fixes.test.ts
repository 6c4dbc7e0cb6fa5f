import type { TermDraft, Warning } from "imprompt/core";
import { applyEdit, compileWith, createBlueprint, loadTarget } from "imprompt/core";
import { describe, expect, it } from "vitest";
import type { Fix, Print } from "./fixes";
import { bulkFixes, fixesFor } from "./fixes";

async function page(
  name: string,
  terms: readonly TermDraft[],
  settings: Print["settings"] = {},
): Promise<Print> {
  const blueprint = createBlueprint({ frame: { width: 1024, height: 1024 }, terms });
  return { target: await loadTarget(name), blueprint, minConfidence: 0.5, settings };
}

function warningsOf({ target, blueprint, minConfidence, settings }: Print, code: Warning["code"]): Warning[] {
  const { warnings } = compileWith(target, blueprint, { minConfidence, parameters: settings });
  return warnings.filter((warning) => warning.code === code);
}

function labels(fixes: readonly Fix[]): string[] {
  return fixes.map(({ label }) => label);
}

function applied(print: Print, fix: Fix | undefined): Print {
  if (fix === undefined) throw new Error("no fix");
  return fix.kind === "edit"
    ? { ...print, blueprint: applyEdit(print.blueprint, fix.edit).blueprint }
    : { ...print, settings: fix.settings };
}

const FOX: TermDraft = { facet: "subject", text: "fox" };
const MANY: readonly TermDraft[] = Array.from({ length: 40 }, (_, index) => ({
  facet: "detail" as const,
  text: `patterned surface ${String.fromCharCode(97 + (index % 26))}${index}`,
  confidence: 0.6 + index / 100,
}));

describe("fixesFor", () => {
  it("pins or drops what does not fit, and nothing that would not help", async () => {
    const print = await page("sdxl", [FOX, ...MANY]);
    const [warning] = warningsOf(print, "phrase-dropped");
    if (warning === undefined) throw new Error("all fits");
    const fixes = fixesFor(warning, print);
    expect(labels(fixes)).toEqual(["Pin it", "Drop it"]);
    const kept = applied(print, fixes[0]);
    const { spans } = compileWith(kept.target, kept.blueprint, {});
    expect(spans.map(({ termId }) => termId)).toContain(warning.termId);
    const full = await page(
      "sdxl",
      [FOX, ...MANY].map((term) => ({ ...term, pinned: true })),
    );
    const [hopeless] = warningsOf(full, "phrase-dropped");
    expect(hopeless === undefined ? [] : labels(fixesFor(hopeless, full))).toEqual(["Drop it"]);
  });

  it("says an artist's name once it is pinned", async () => {
    const print = await page("sdxl", [FOX, { facet: "artist", text: "Someone" }]);
    const [warning] = warningsOf(print, "phrase-dropped");
    expect(warning === undefined ? [] : labels(fixesFor(warning, print))).toEqual(["Pin it", "Drop it"]);
  });

  it("sets weights to what the target takes", async () => {
    const flat = await page("midjourney", [{ ...FOX, weight: 1.4 }]);
    const steep = await page("sdxl", [{ ...FOX, weight: 3 }]);
    const [dropped] = warningsOf(flat, "weight-dropped");
    const [clamped] = warningsOf(steep, "weight-clamped");
    expect(dropped === undefined ? [] : labels(fixesFor(dropped, flat))).toEqual(["Set weight to 1"]);
    const fixes = clamped === undefined ? [] : fixesFor(clamped, steep);
    expect(fixes).toHaveLength(1);
    expect(warningsOf(applied(steep, fixes[0]), "weight-clamped")).toEqual([]);
  });

  it("takes settings back that the target does not take", async () => {
    const print = await page("midjourney", [FOX], { stylize: 2000, chaos: 5 });
    const [warning] = warningsOf(print, "parameter-clamped");
    expect(warning === undefined ? [] : fixesFor(warning, print)).toEqual([
      { kind: "settings", label: "Reset Stylize", settings: { chaos: 5 } },
    ]);
  });

  it("drops as few phrases as the recommendation asks for", async () => {
    const print = await page("midjourney", [FOX, ...MANY]);
    const [warning] = warningsOf(print, "over-recommended");
    const [fix] = warning === undefined ? [] : fixesFor(warning, print);
    expect(warningsOf(applied(print, fix), "over-recommended")).toEqual([]);
    if (fix?.kind !== "edit" || fix.edit.kind !== "batch") throw new Error("no batch");
    const fewer = { ...fix, edit: { ...fix.edit, edits: fix.edit.edits.slice(1) } };
    expect(warningsOf(applied(print, fewer), "over-recommended")).toHaveLength(1);
  });

  it("has nothing for what no edit mends", async () => {
    const print = await page("imagen", [FOX]);
    const [warning] = warningsOf(print, "target-retired");
    expect(warning === undefined ? [undefined] : fixesFor(warning, print)).toEqual([]);
  });
});

describe("bulkFixes", () => {
  it("drops all that does not fit in one edit", async () => {
    const print = await page("sdxl", [FOX, ...MANY]);
    const warnings = warningsOf(print, "phrase-dropped");
    const [fix] = bulkFixes(warnings, print);
    expect(fix?.label).toBe(`Drop all ${warnings.length}`);
    expect(warningsOf(applied(print, fix), "phrase-dropped")).toEqual([]);
  });
});
