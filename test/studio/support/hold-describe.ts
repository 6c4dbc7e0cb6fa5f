import type { Page } from "playwright-core";

/** Holds back what the page asks of the server until the answer of this is called; later asks go through as well. */
export async function holdDescribe(page: Page): Promise<() => void> {
  let go = (): void => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route("**/api/v1/describe", async (route) => {
    await gate;
    await route.continue();
  });
  return go;
}
