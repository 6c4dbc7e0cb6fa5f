import type { Page } from "playwright-core";

/** Chooses from the menu of boards. */
export async function boardsMenu(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "Boards", exact: true }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
  await page.getByRole("menu").waitFor({ state: "detached" });
}
