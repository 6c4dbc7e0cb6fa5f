import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { boardsMenu } from "./support/boards-menu.js";
import { allArrived, boardShown, bring, choose, strip, tile } from "./support/bring.js";
import type { Visit } from "./support/browser.js";
import { visit } from "./support/browser.js";
import { holdDescribe } from "./support/hold-describe.js";
import { DESK } from "./support/looks.js";
import { pastePrompt } from "./support/paste-prompt.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";

let server: StudioServer;
let here: Visit;
let page: Page;

beforeAll(async () => {
  server = await startStudio();
});
afterAll(() => server.close());
beforeEach(async () => {
  here = await visit(server.url, DESK);
  ({ page } = here);
  await page.getByRole("heading", { level: 1, name: "A picture becomes a recipe" }).waitFor();
});
afterEach(() => here.close());

async function openPrompt(text: string): Promise<void> {
  await pastePrompt(page, text);
  await boardShown(page, text);
}

const chips = (): Promise<readonly string[]> => page.locator("[data-chip]").allTextContents();
const undo = (): ReturnType<Page["getByRole"]> =>
  page.getByRole("banner").getByRole("button", { name: /^Undo/u });

/** Waits until the browser's own store has what the page shows: it is written a moment after each change. */
async function kept(what: string): Promise<void> {
  const stored = (): Promise<string> =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open("imprompt");
          opening.onsuccess = () => {
            const reading = opening.result.transaction("boards").objectStore("boards").getAll();
            reading.onsuccess = () => {
              opening.result.close();
              resolve(JSON.stringify(reading.result));
            };
          };
        }),
    );
  await expect.poll(stored).toContain(what);
}

/** Longer than the page waits before it writes. */
const STORE_PAUSE_MS = 600;

/** Every later write stands behind one that never ends, as on a disk that does not keep up. */
async function holdStore(shown: Page): Promise<void> {
  await shown.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("imprompt");
        opening.onsuccess = () => {
          const table = opening.result.transaction("boards", "readwrite").objectStore("boards");
          const again = (): void => {
            table.get("index").onsuccess = again;
            resolve();
          };
          again();
        };
      }),
  );
}

async function download(run: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), run()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

function openFile(name: string, text: string): Promise<void> {
  return page
    .getByLabel("Board file")
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

describe("a reload", () => {
  it("keeps boards, their order, the current one, and all that was done to them", async () => {
    await bring(page, "examples/pixel-art.png", "examples/flat-logo.png");
    await allArrived(page);
    await openPrompt("a paper boat, dusk");
    await choose(page, "flat-logo.png");
    const before = await chips();
    await page.getByRole("button", { name: /^vibrant colors, / }).focus();
    await page.keyboard.press("Delete");
    await expect.poll(chips).not.toContain("vibrant colors");
    await page.getByRole("button", { name: /^symmetrical composition, / }).focus();
    await page.keyboard.press("]");
    const edited = await chips();
    const last = await undo().getAttribute("aria-label");
    await page.reload();
    await boardShown(page, "flat-logo.png");
    expect(await strip(page)).toEqual(["pixel-art.png", "flat-logo.png", "a paper boat, dusk"]);
    expect(await chips()).toEqual(edited);
    expect(await undo().getAttribute("aria-label")).toBe(last);
    await page.keyboard.press("Control+Z");
    await page.keyboard.press("Control+Z");
    await expect.poll(chips).toEqual(before);
    await page.keyboard.press("Control+Shift+Z");
    await expect.poll(chips).not.toContain("vibrant colors");
    expect(
      await page
        .getByRole("img", { name: "flat-logo.png" })
        .evaluate((img) => (img as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(0);
    expect(here.faults).toEqual([]);
  });

  it("keeps what the browser's store had no time to take", async () => {
    await openPrompt("a paper boat, dusk");
    await kept("a paper boat");
    await holdStore(page);
    await openPrompt("a tin robot, noon");
    await page.locator("[data-chip]").first().focus();
    await page.keyboard.press("]");
    const edited = await chips();
    await page.waitForTimeout(STORE_PAUSE_MS);
    await page.reload();
    await boardShown(page, "a tin robot, noon");
    expect(await strip(page)).toEqual(["a paper boat, dusk", "a tin robot, noon"]);
    expect(await chips()).toEqual(edited);
    await kept("a tin robot");
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("unsaved"))),
    ).toEqual([]);
    expect(here.faults).toEqual([]);
  });

  it("keeps preferences: theme, target, overlays and how sure a phrase must be", async () => {
    await bring(page, "examples/pixel-art.png");
    await boardShown(page, "pixel-art.png");
    await page.getByRole("button", { name: "Theme: system. Change to light" }).click();
    await page.getByRole("button", { name: "Theme: light. Change to dark" }).click();
    await page.getByRole("tab", { name: "flux" }).click();
    await page.getByRole("button", { name: "Thirds", exact: true }).click();
    await page.getByRole("slider", { name: "At least this sure" }).fill("0.9");
    await page.reload({ waitUntil: "commit" });
    // Before anything is painted: the page never flashes in the other theme.
    await page.locator("body").waitFor({ state: "attached" });
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await boardShown(page, "pixel-art.png");
    await page.getByRole("button", { name: "Theme: dark. Change to system" }).waitFor();
    expect(await page.getByRole("tab", { name: "flux" }).getAttribute("aria-selected")).toBe("true");
    expect(await page.getByRole("button", { name: "Thirds", exact: true }).getAttribute("aria-pressed")).toBe(
      "true",
    );
    expect(await page.getByRole("slider", { name: "At least this sure" }).inputValue()).toBe("0.9");
    expect(here.faults).toEqual([]);
  });

  it("tells which pictures had not come yet", async () => {
    await holdDescribe(page);
    await bring(page, "examples/sketch.png", "examples/misty-lake.jpg");
    await tile(page, "sketch.png, Reading the file").waitFor();
    await page.reload();
    await page
      .getByText("Not finished before the page was closed: sketch.png, misty-lake.jpg. Bring them again.")
      .waitFor();
    await page.getByRole("heading", { level: 1, name: "A picture becomes a recipe" }).waitFor();
    expect(here.faults).toEqual([]);
  });

  it("sets a damaged record aside, tells it, and keeps the others", async () => {
    await openPrompt("a paper boat, dusk");
    await kept("a paper boat");
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open("imprompt");
          opening.onsuccess = () => {
            const writing = opening.result.transaction("boards", "readwrite");
            writing.objectStore("boards").put({ name: "Lost recipe", history: "gone" }, "board:damaged");
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    await page.reload();
    await page.getByText("Damaged in the browser's storage and left out: Lost recipe.").waitFor();
    await boardShown(page, "a paper boat, dusk");
    expect(here.faults).toEqual([]);
  });

  it("keeps what two windows opened side by side", async () => {
    await openPrompt("a paper boat, dusk");
    await kept("a paper boat");
    const other = await here.context.newPage();
    await other.goto(server.url);
    await boardShown(other, "a paper boat, dusk");
    await other.close();
    await page.bringToFront();
    await openPrompt("a tin robot, noon");
    await kept("a tin robot");
    await page.reload();
    await boardShown(page, "a tin robot, noon");
    expect(await strip(page)).toEqual(["a paper boat, dusk", "a tin robot, noon"]);
    expect(here.faults).toEqual([]);
  });
});

describe("a board's file", () => {
  it("carries it elsewhere: opened again it is the same, with its history and its picture", async () => {
    await bring(page, "examples/flat-logo.png");
    await boardShown(page, "flat-logo.png");
    await page.getByRole("button", { name: /^vibrant colors, / }).focus();
    await page.keyboard.press("Delete");
    await undo().and(page.locator(":enabled")).waitFor();
    const saved = await download(() => boardsMenu(page, "Save as a file"));
    expect(saved.name).toBe("flat-logo.imprompt.json");
    await boardsMenu(page, "Close");
    await page.getByRole("heading", { level: 1, name: "A picture becomes a recipe" }).waitFor();
    await openFile(saved.name, saved.text);
    await boardShown(page, "flat-logo.png");
    const again = await download(() => boardsMenu(page, "Save as a file"));
    expect(JSON.parse(again.text)).toEqual(JSON.parse(saved.text));
    await undo().click();
    await expect.poll(chips).toContain("vibrant colors");
    expect(here.faults).toEqual([]);
  });

  it("that is damaged, too new or of another kind is told in a sentence", async () => {
    await openPrompt("a paper boat, dusk");
    const { text } = await download(() => boardsMenu(page, "Save as a file"));
    for (const [name, content, said] of [
      ["cut.imprompt.json", text.slice(0, text.length / 2), "The file is not JSON, or is cut off."],
      [
        "new.imprompt.json",
        text.replace('"version": 1', '"version": 99'),
        "The board's file has version 99, this page reads version 1.",
      ],
      ["shopping.json", '{"milk": 2}', "The file holds no board."],
      ["recipe.json", '{"slots": []}', "This is a style recipe, not a board."],
    ] as const) {
      await openFile(name, content);
      await page.getByRole("heading", { level: 1, name }).waitFor();
      const alert = page.getByRole("alert");
      await alert.waitFor();
      expect(await alert.innerText()).toContain(said);
      await alert.getByRole("button", { name: "Remove" }).click();
      await boardShown(page, "a paper boat, dusk");
    }
    expect(here.faults).toEqual([]);
  });
});

describe("the boards", () => {
  it("are closed with a way back to their place, one and all", async () => {
    for (const text of ["a paper boat, dusk", "a tin robot, noon", "a red kite, wind"])
      await openPrompt(text);
    await choose(page, "a tin robot, noon");
    await page.getByRole("button", { name: "Close a tin robot, noon" }).click();
    await boardShown(page, "a red kite, wind");
    await page.getByRole("button", { name: "Reopen" }).click();
    await boardShown(page, "a tin robot, noon");
    expect(await strip(page)).toEqual(["a paper boat, dusk", "a tin robot, noon", "a red kite, wind"]);
    await boardsMenu(page, "Close all");
    await page.getByRole("heading", { level: 1, name: "A picture becomes a recipe" }).waitFor();
    await page.getByText("3 boards are closed.").waitFor();
    await page.getByRole("button", { name: "Reopen" }).click();
    await boardShown(page, "a tin robot, noon");
    expect(await strip(page)).toEqual(["a paper boat, dusk", "a tin robot, noon", "a red kite, wind"]);
    expect(here.faults).toEqual([]);
  });

  it("are gone through, closed and renamed by keyboard", async () => {
    for (const text of ["a paper boat, dusk", "a tin robot, noon", "a red kite, wind"])
      await openPrompt(text);
    await tile(page, "a red kite, wind").focus();
    await page.keyboard.press("Home");
    await boardShown(page, "a paper boat, dusk");
    await page.keyboard.press("ArrowRight");
    await boardShown(page, "a tin robot, noon");
    await page.keyboard.press("Delete");
    await boardShown(page, "a red kite, wind");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("a red kite, wind");
    await boardsMenu(page, "Rename");
    const dialog = page.getByRole("dialog", { name: "Rename the board" });
    await dialog.getByLabel("Name").fill("Kite over the dunes");
    await page.keyboard.press("Enter");
    await boardShown(page, "Kite over the dunes");
    await kept("Kite over the dunes");
    expect(await strip(page)).toEqual(["a paper boat, dusk", "Kite over the dunes"]);
    expect(here.faults).toEqual([]);
  });
});
