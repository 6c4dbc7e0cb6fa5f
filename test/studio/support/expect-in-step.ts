import type { Page } from "playwright-core";
import { expect } from "vitest";
import { compileWith, createBlueprint, FACETS, loadTarget } from "../../../src/core.js";
import type { ShownBoard } from "./shown-board.js";
import { shownBoard } from "./shown-board.js";

const FRAME = { width: 1216, height: 832 };

/**
 * The prompt on the page is to the letter what the chips on the page compile to, for Stable Diffusion 3.5, which
 * takes weights, a negative prompt and sixty phrases. What is excluded shows no facet; none is needed where the order is the board's own.
 */
export async function expectInStep(page: Page): Promise<ShownBoard> {
  const shown = await shownBoard(page);
  const blueprint = createBlueprint({
    frame: FRAME,
    terms: shown.phrases.map(({ id, row, text, confidence, weight, isGuess, isPinned, isOwn }) => ({
      id,
      facet: FACETS.find((facet) => facet === row) ?? "detail",
      text,
      confidence,
      weight,
      polarity: row === "excluded" ? "exclude" : "include",
      evidence: isOwn ? [{ source: "user" }] : [],
      ...(isGuess ? { hypothesis: true } : {}),
      ...(isPinned ? { pinned: true } : {}),
    })),
  });
  const { text, negative, spans } = compileWith(await loadTarget("sd35"), blueprint, { minConfidence: 0.5 });
  expect(shown.prompt).toBe(text);
  expect(shown.negative).toBe(negative === "" ? null : negative);
  expect(shown.runs).toEqual(
    spans.map(({ start, end, termId }) => ({ id: termId, text: text.slice(start, end) })),
  );
  return shown;
}
