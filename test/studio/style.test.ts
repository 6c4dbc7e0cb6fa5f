import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bring } from "./support/bring.js";
import type { Visit } from "./support/browser.js";
import { visit } from "./support/browser.js";
import { DESK } from "./support/looks.js";
import { pastePrompt } from "./support/paste-prompt.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";

const ALIKE = [
  "watercolor, soft light, pastel colors, a fox",
  "watercolor, soft light, pastel colors, a paper boat",
  "watercolor, soft light, a stone bridge",
];
const OTHER = "3D render, neon lighting, a chrome robot, low angle shot";

let server: StudioServer;
let here: Visit;
let page: Page;

beforeAll(async () => {
  server = await startStudio();
});
afterAll(() => server.close());
beforeEach(async () => {
  here = await visit(server.url, DESK, "/style");
  ({ page } = here);
  await page.getByText("No style yet").waitFor();
});
afterEach(() => here.close());

const part = (name: string): Locator => page.getByRole("region", { name, exact: true });
const references = (): Locator => part("References").getByRole("checkbox");
const prompt = (): Promise<string> => page.getByRole("region", { name: "Prompt text" }).innerText();
const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

async function openPrompts(...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const open = await references().count();
    await pastePrompt(page, text);
    await expect.poll(() => references().count()).toBe(open + 1);
  }
}

async function download(button: Locator): Promise<{ readonly name: string; readonly text: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

describe("a style", () => {
  it("is what dropped pictures have in common, with their palette and how far they spread", async () => {
    await bring(
      page,
      "examples/neon-street.jpg",
      "examples/metadata/a1111.webp",
      "examples/metadata/civitai.jpg",
    );
    await expect.poll(() => references().count(), { timeout: 30_000 }).toBe(3);
    expect(new URL(page.url()).pathname).toBe("/style");
    await part("Consensus").getByRole("list", { name: "Common phrases" }).waitFor();
    expect(await part("Consensus").innerText()).toMatch(
      /rain-slicked neon street at night setting\s*2 of 3/u,
    );
    expect(
      await part("Consensus")
        .getByText(/\d+%, in [23] of 3/u)
        .count(),
    ).toBeGreaterThan(2);
    const figures = part("Spread").getByRole("listitem");
    const few = await figures.count();
    expect(await figures.first().innerText()).toMatch(/ to .* middle .*\n\s*least in .*, most in /u);
    await part("Spread")
      .getByRole("button", { name: /^All \d+ figures$/u })
      .click();
    expect(await figures.count()).toBeGreaterThan(few);
    expect(here.faults).toEqual([]);
  });

  it("counts the phrases, tells the outlier with its reason, and does without it on a click", async () => {
    await openPrompts(...ALIKE, OTHER);
    const common = part("Consensus").getByRole("list", { name: "Common phrases" });
    await expect.poll(() => common.innerText()).toMatch(/watercolor medium\s*3 of 4/u);
    expect(await common.innerText()).toMatch(/pastel colors palette\s*2 of 4/u);
    const outlier = part("Outliers").getByRole("listitem");
    await outlier.waitFor();
    expect(await outlier.innerText()).toMatch(/^3D render[\s\S]*\d+% away from the others/u);
    await part("References").getByText("outlier", { exact: true }).waitFor();
    await outlier.getByRole("button", { name: /^Leave out 3D render/u }).click();
    await expect.poll(() => common.innerText()).toMatch(/watercolor medium\s*3 of 3/u);
    await part("References").getByText("3 of 4 chosen").waitFor();
    await part("References").getByRole("button", { name: "None" }).click();
    await page.getByText("No reference is chosen. Choose at least two.").waitFor();
    await part("References").getByRole("button", { name: "All" }).click();
    await outlier.waitFor();
    expect(here.faults).toEqual([]);
  });
});

describe("a recipe", () => {
  beforeEach(() => openPrompts(...ALIKE));

  it("is named, given slots, saved, kept over a reload, renamed, and deleted with a way back", async () => {
    await part("Make a recipe").getByLabel("Name", { exact: true }).fill("Soft watercolor");
    await part("Make a recipe").getByRole("button", { name: "Add a slot" }).click();
    await part("Make a recipe").getByLabel("Facet of action").selectOption("setting");
    await part("Make a recipe").getByLabel("Default of setting").fill("in a meadow");
    await part("Make a recipe").getByRole("button", { name: "Save recipe" }).click();
    const kept = page.getByRole("list", { name: "Kept recipes" });
    await kept.getByText("Soft watercolor").waitFor();
    expect(await kept.innerText()).toMatch(/slots subject and setting/u);
    await page.reload();
    await kept.getByText("Soft watercolor").waitFor();
    const more = async (item: string, name: string): Promise<void> => {
      await kept.getByRole("button", { name: `More for ${name}` }).click();
      await page.getByRole("menuitem", { name: item }).click();
    };
    await more("Rename", "Soft watercolor");
    await page.getByLabel("New name of Soft watercolor").fill("Wash");
    await page.keyboard.press("Enter");
    await more("Delete", "Wash");
    await part("Recipes").getByText("None is kept yet. Save one, or load a file.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await kept.getByText("Wash").waitFor();
    expect(here.faults).toEqual([]);
  });

  it("without a name is not saved, and says why", async () => {
    await part("Make a recipe").getByLabel("Name", { exact: true }).fill("");
    await page.getByText("The recipe has no name. Give it one to save it.").waitFor();
    expect(await page.getByRole("button", { name: "Save recipe" }).isDisabled()).toBe(true);
    expect(here.faults).toEqual([]);
  });

  it("is carried as a file, loaded again the same, and a file that is none is refused", async () => {
    await part("Make a recipe").getByLabel("Name", { exact: true }).fill("Soft watercolor");
    const saved = await download(part("Make a recipe").getByRole("button", { name: "Download" }));
    expect(saved.name).toBe("soft-watercolor.imprompt-recipe.json");
    const load = page.getByLabel("Recipe files to load");
    const json = "application/json";
    await load.setInputFiles([
      { name: "cut.json", mimeType: json, buffer: Buffer.from(saved.text.slice(0, 40)) },
      { name: saved.name, mimeType: json, buffer: Buffer.from(saved.text) },
    ]);
    await page.getByRole("list", { name: "Kept recipes" }).getByText("Soft watercolor").waitFor();
    await part("Recipes").getByRole("alert").getByText("cut.json: this is no JSON.").waitFor();
    await page.getByRole("button", { name: "More for Soft watercolor" }).click();
    expect((await download(page.getByRole("menuitem", { name: "Download" }))).text).toBe(saved.text);
    expect(here.faults).toEqual([]);
  });

  it("has its slots filled, shows the prompt as it is typed, and opens as a board", async () => {
    await part("Fill").getByText("Say what subject is to be: the prompt follows.").waitFor();
    expect(await part("Fill").getByRole("button", { name: "Open as board" }).isDisabled()).toBe(true);
    await part("Fill").getByLabel("Subject").fill("a tin lantern");
    await expect.poll(prompt).toMatch(/a tin lantern.*watercolor/u);
    await part("Fill").getByRole("button", { name: "Open as board" }).click();
    await page
      .getByRole("heading", { level: 1, name: "a tin lantern, New style" })
      .waitFor({ state: "attached" });
    await page.getByText("Filled in from the recipe").waitFor();
    expect((await page.locator("[data-chip]").allTextContents()).join("|")).toContain("a tin lantern");
    await page.getByRole("link", { name: "Style" }).click();
    // A board that was made of the style is none of its references unless it is chosen.
    await part("References").getByText("3 of 4 chosen").waitFor();
    expect(here.faults).toEqual([]);
  });

  it("is filled with many values at once, from lines and from a table, and saved as text and CSV", async () => {
    const several = part("Several at once");
    await several.getByLabel("Sets of values").fill("a tin lantern\na heron\n");
    await several.getByText("2 prompts").waitFor();
    expect(await several.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringMatching(/a tin lantern[\s\S]*watercolor/u),
      expect.stringMatching(/a heron[\s\S]*watercolor/u),
    ]);
    await several.getByRole("button", { name: "Copy all" }).click();
    await expect.poll(copied).toMatch(/^a tin lantern.*\na heron.*\n$/u);
    expect((await download(several.getByRole("button", { name: "Text" }))).text).toBe(await copied());
    await several.getByLabel("Sets of values").fill('subject;mood\n"a heron; wading";calm\n;calm\n');
    await several.getByText("The recipe has no slot mood: the column is left out.").waitFor();
    await several.getByText("It says nothing for subject.").waitFor();
    const table = await download(several.getByRole("button", { name: "CSV" }));
    expect(table.name).toBe("new-style.csv");
    const [head, first, ...rest] = table.text.split("\r\n");
    expect(head).toBe("subject,target,prompt,negative");
    expect(first).toMatch(/^a heron; wading,midjourney[^,]*,"?a heron; wading.*watercolor/u);
    expect(rest).toEqual([""]);
    expect(here.faults).toEqual([]);
  });
});
