import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { boardsMenu } from "./support/boards-menu.js";
import { boardShown, bring, strip } from "./support/bring.js";
import type { Visit } from "./support/browser.js";
import { visit } from "./support/browser.js";
import { DESK } from "./support/looks.js";
import { pastePrompt } from "./support/paste-prompt.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";

const FOX = "a fox in a forest at night, moonlight, oil painting";
const BEACH = "a beach at noon, harsh midday sun, vibrant colors, photograph";
const PORTRAIT = "black and white, film grain, portrait of a woman, studio light";

let server: StudioServer;
let here: Visit;
let page: Page;

beforeAll(async () => {
  server = await startStudio();
});
afterAll(() => server.close());
beforeEach(async () => {
  here = await visit(server.url, DESK, "/blend");
  ({ page } = here);
  await page.getByText("No pictures to blend yet").waitFor();
});
afterEach(async () => {
  await here.close();
});

const sources = (): Locator => page.getByRole("list", { name: "Pictures to blend" }).getByRole("listitem");
const result = (): Promise<string> => page.getByRole("region", { name: "Result", exact: true }).innerText();
const prompt = (): Promise<string> => page.getByRole("region", { name: "Prompt text" }).innerText();
const taken = (facet: string): Locator => page.getByRole("radiogroup", { name: `${facet} from` });

/** Boards of prompts, pasted on this very screen: what they say is known to the letter. */
async function openPrompts(...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const open = await sources().count();
    await pastePrompt(page, text);
    if (open > 0 || text !== texts[0]) await expect.poll(() => sources().count()).toBe(Math.max(2, open + 1));
    else await page.getByText("One more picture to blend").waitFor();
  }
}

async function screenIsBlend(): Promise<void> {
  expect(new URL(page.url()).pathname).toBe("/blend");
  await page.getByRole("heading", { level: 1, name: "Blend" }).waitFor({ state: "attached" });
}

describe("pictures of a blend", () => {
  it("are brought on the spot: examples, dropped ones, and what is on its way is told", async () => {
    await page.getByRole("button", { name: "Try three examples" }).click();
    await page
      .getByText(/(?:pictures are|picture is) being described\./u)
      .first()
      .waitFor();
    await expect.poll(() => sources().count(), { timeout: 30_000 }).toBe(3);
    await screenIsBlend();
    await bring(page, "examples/pixel-art.png");
    await expect.poll(() => sources().count(), { timeout: 30_000 }).toBe(4);
    await screenIsBlend();
    await boardsMenu(page, "New board");
    await page.getByRole("dialog", { name: "New board" }).getByRole("button", { name: "Flat logo" }).click();
    await expect.poll(() => sources().count(), { timeout: 30_000 }).toBe(5);
    await screenIsBlend();
    const names = sources().getByText(/\.(?:jpg|png)$/u);
    expect((await names.allTextContents()).join(" ")).toBe(
      "neon-street.jpg misty-lake.jpg sketch.png pixel-art.png flat-logo.png",
    );
    const loaded = await sources()
      .locator("img")
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth > 0));
    expect(loaded).toEqual([true, true, true, true, true]);
    expect(here.faults).toEqual([]);
  });

  it("are chosen with the picker, and one that cannot be described is told with a way to see why", async () => {
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Bring pictures" }).click();
    await (await choosing).setFiles({
      name: "notes.png",
      mimeType: "image/png",
      buffer: Buffer.from("milk"),
    });
    await page.getByText("notes.png could not be described.").waitFor();
    await screenIsBlend();
    await page.getByRole("button", { name: "See why" }).click();
    await page.getByRole("alert").getByText("This is plain text, which imprompt does not read.").waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
    expect(here.faults).toEqual([]);
  });

  it("are two to five: a sixth waits until one is left out", async () => {
    await openPrompts(FOX, BEACH, PORTRAIT, "a tin robot, noon", "a paper boat, dusk");
    await pastePrompt(page, "a glass tower, fog");
    const waiting = page.getByRole("region", { name: "Not in the blend" });
    await waiting.getByText("5 is the most; leave one out first.").waitFor();
    const sixth = waiting.getByRole("button", { name: "Add a glass tower, fog" });
    expect(await sixth.isDisabled()).toBe(true);
    await page.getByRole("button", { name: /^Leave out B, / }).click();
    await expect.poll(() => sources().count()).toBe(4);
    await sixth.click();
    await expect.poll(() => sources().count()).toBe(5);
    await waiting.getByRole("button", { name: /^Add a beach/ }).waitFor();
    expect(here.faults).toEqual([]);
  });

  it("change places, and come back after a reload", async () => {
    await openPrompts(FOX, BEACH);
    await page.getByRole("button", { name: "Move A to the right" }).click();
    await expect.poll(() => sources().first().innerText()).toContain("a beach at noon");
    await page.getByRole("radio", { name: "By weight" }).check({ force: true });
    await page.reload();
    await expect.poll(() => sources().first().innerText()).toContain("a beach at noon");
    expect(await page.getByRole("radio", { name: "By weight" }).isChecked()).toBe(true);
    expect(here.faults).toEqual([]);
  });
});

describe("a blend", () => {
  beforeEach(() => openPrompts(FOX, BEACH));

  it("by facets takes each facet from the picture that is clicked", async () => {
    await taken("Subject")
      .getByRole("radio", { name: /^A: a fox/u })
      .check({ force: true });
    await expect.poll(prompt).toContain("a fox");
    await taken("Subject").getByText("a beach").click();
    await expect.poll(prompt).toContain("a beach");
    expect(await prompt()).not.toContain("fox");
    await page.getByRole("button", { name: "Style & Medium: all of A" }).click();
    await expect.poll(prompt).toContain("oil painting");
    expect(
      await page.getByRole("button", { name: "Style & Medium: all of A" }).getAttribute("aria-pressed"),
    ).toBe("true");
    await taken("Medium").getByRole("radio", { name: "B: photograph" }).check({ force: true });
    await expect.poll(prompt).toContain("photograph");
    expect(await prompt()).not.toContain("oil painting");
    // By keyboard as any radio button.
    await taken("Medium").getByRole("radio", { name: "B: photograph" }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(prompt).toContain("oil painting");
    expect(await result()).toMatch(/oil painting\s*from\s*A\n/u);
    expect(here.faults).toEqual([]);
  });

  it("by weight says everything, louder by its share", async () => {
    await page.getByText("By weight").click();
    await page.getByText("Everything of every picture, louder by its share.").waitFor();
    expect(
      await sources()
        .getByText(/^\d+%$/u)
        .allTextContents(),
    ).toEqual(["50%", "50%"]);
    await page.getByRole("slider", { name: "Weight of A" }).fill("90");
    await page.getByRole("slider", { name: "Weight of B" }).fill("10");
    await expect
      .poll(() =>
        sources()
          .getByText(/^\d+%$/u)
          .allTextContents(),
      )
      .toEqual(["90%", "10%"]);
    await expect.poll(result).toMatch(/a fox\s*×1\.\d/u);
    expect(await result()).toMatch(/a beach\s*×0\.\d/u);
    expect(here.faults).toEqual([]);
  });

  it("on its own takes each facet from the surest", async () => {
    await page.getByText("Automatic").click();
    await page.getByText("Each facet from the picture that is surest and richest there.").waitFor();
    await page.getByLabel("in the blend").first().waitFor();
    expect(await page.getByRole("radiogroup", { name: "Subject from" }).count()).toBe(0);
    await expect.poll(prompt).toMatch(/a fox|a beach/u);
    expect(here.faults).toEqual([]);
  });

  it("tells what contradicts, and keeps the other on a click", async () => {
    const conflicts = page.getByRole("region", { name: "Conflicts" });
    await conflicts
      .getByText('"At night" (A)')
      .or(conflicts.getByText(/disagree on time of day/u))
      .first()
      .waitFor();
    expect(await conflicts.innerText()).toContain(
      '"at night" (A) and "harsh midday sun" (B) disagree on time of day',
    );
    expect(await prompt()).toContain("at night");
    await page.getByText("harsh midday sun (lost to another)").first().waitFor({ state: "attached" });
    await conflicts.getByRole("button", { name: "Keep the other: harsh midday sun" }).click();
    await expect.poll(prompt).toContain("harsh midday sun");
    expect(await prompt()).not.toContain("at night");
    await conflicts.getByText("Nothing contradicts anything.").waitFor();
    expect(here.faults).toEqual([]);
  });

  it("opens as a board that says what it was made of, and joins no blend by itself", async () => {
    const said = await prompt();
    await page.getByRole("button", { name: "Open as board" }).click();
    await page
      .getByRole("heading", { level: 1, name: /^Blend of a fox.* and a beach/u })
      .waitFor({ state: "attached" });
    expect(new URL(page.url()).pathname).toBe("/");
    await page.getByText("Blended from:").waitFor();
    const shown = page.getByRole("region", { name: "Prompt", exact: true });
    await expect.poll(() => shown.innerText()).toContain(said.split(" --")[0]);
    expect((await strip(page)).length).toBe(3);
    await page.getByRole("link", { name: "Blend" }).click();
    await expect.poll(() => sources().count()).toBe(2);
    await page
      .getByRole("region", { name: "Not in the blend" })
      .getByRole("button", { name: /^Add Blend of/u })
      .waitFor();
    expect(here.faults).toEqual([]);
  });

  it("has its prompt for any target, copied with one click, and its colors", async () => {
    await page.getByRole("button", { name: /^Target: /u }).click();
    await page
      .getByRole("dialog", { name: "Targets" })
      .getByRole("searchbox")
      .or(page.getByRole("dialog", { name: "Targets" }).getByRole("textbox"))
      .first()
      .fill("sdxl");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Target: .*XL/u }).waitFor();
    await page.getByRole("button", { name: "Copy prompt" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await prompt());
    expect(here.faults).toEqual([]);
  });
});

it("keeps board and blend apart: what is pasted on the board's screen is shown there", async () => {
  await page.getByRole("link", { name: "Board", exact: true }).click();
  await pastePrompt(page, "a tin robot, noon");
  await boardShown(page, "a tin robot, noon");
  expect(new URL(page.url()).pathname).toBe("/");
  expect(here.faults).toEqual([]);
});
