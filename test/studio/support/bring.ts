import type { Locator, Page } from "playwright-core";
import { drop } from "./drop.js";
import { repositoryFile } from "./pictures.js";

/** Drops files of this repository on the page, wherever it is. */
export async function bring(page: Page, ...paths: readonly string[]): Promise<void> {
  await drop(page, "main", { files: await Promise.all(paths.map((path) => repositoryFile(path))) });
}

/** Waits until the current board is the one of this name, whole on the page. */
export async function boardShown(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor({ state: "attached" });
  await page.locator("[data-board]").waitFor({ state: "attached" });
}

/** Waits until nothing is on its way any more: all are boards, or failed. */
export async function allArrived(page: Page): Promise<void> {
  const working = page.getByRole("button", {
    name: /, (?:Waiting for|Reading|Decoding|Measuring|Putting|Opening)/u,
  });
  const stages = page.getByRole("list", { name: "Stages" });
  await working.or(stages).first().waitFor({ state: "detached" });
}

/** Names in the strip of open boards, in order; what is not ready says how it stands. */
export async function strip(page: Page): Promise<readonly string[]> {
  const items = page.getByRole("navigation", { name: "Open boards" }).getByRole("listitem");
  const named = await items
    .getByRole("button")
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label") ?? ""));
  return named.filter((name) => !name.startsWith("Close "));
}

/** The tile of a board or of a picture on its way, by what the strip calls it. */
export function tile(page: Page, name: string): Locator {
  return page.getByRole("navigation", { name: "Open boards" }).getByRole("button", { name, exact: true });
}

/** Shows another board. */
export async function choose(page: Page, name: string): Promise<void> {
  await tile(page, name).click();
  await boardShown(page, name);
}
