import type { Page } from "playwright-core";

/** Chooses a target by searching it in the finder, and waits until its prompt is shown. */
export async function chooseTarget(page: Page, id: string, query: string = id): Promise<void> {
  await page.getByRole("button", { name: "More targets" }).click();
  const field = page.getByRole("searchbox", { name: "Find a target" });
  await field.fill(query);
  await page.getByRole("dialog", { name: "Targets" }).getByRole("listitem").first().waitFor();
  await field.press("Enter");
  await page.getByRole("tab", { name: id, exact: true, selected: true }).waitFor();
  await page.locator(`[role="tabpanel"][aria-label="Prompt for ${id}"][aria-busy="false"]`).waitFor();
}
