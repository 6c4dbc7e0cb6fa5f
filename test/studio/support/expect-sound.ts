import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeFindings, layoutShift, overflow } from "./soundness.js";

/** What a theme changes is colors alone; the other rules are gone through once. */
const RULES = { light: [], dark: ["color-contrast"] } as const;

/**
 * The page as it stands, in the light and in the dark theme: nothing that axe finds, nothing wider than the window,
 * one first heading, and nothing that moved by itself since the page was opened.
 */
export async function expectSound(page: Page, state: string): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    expect(await axeFindings(page, RULES[theme]), `${state}, ${theme}`).toEqual([]);
  }
  expect(await overflow(page), `${state}: wider than the window`).toBe(0);
  expect(await layoutShift(page), `${state}: layout shift`).toBeLessThan(0.02);
  expect(await page.locator("h1").count(), `${state}: first headings`).toBe(1);
}
