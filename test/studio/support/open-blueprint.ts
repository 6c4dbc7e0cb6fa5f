import type { Page } from "playwright-core";
import type { Blueprint } from "../../../src/core.js";
import { boardShown } from "./bring.js";

/** Opens a bare blueprint as a board file, and waits until it is shown. */
export async function openBlueprint(page: Page, blueprint: Blueprint, name = "test board"): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(blueprint));
  await page
    .getByLabel("Board file")
    .setInputFiles({ name: `${name}.json`, mimeType: "application/json", buffer });
  await boardShown(page, name);
}
