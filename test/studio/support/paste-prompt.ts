import type { Page } from "playwright-core";

/** Pastes a text on the page, as a person does: nothing that takes text may have the focus. */
export async function pastePrompt(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press("Control+V");
}
