import type { Locator, Page } from "playwright-core";

/** The words of a phrase on the board: its button says how sure it is behind the phrase itself. */
export function chip(page: Page, text: string): Locator {
  const words = text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  return page.getByRole("button", { name: new RegExp(`^${words}(?:, excluded)?, \\d+% sure`, "u") });
}
