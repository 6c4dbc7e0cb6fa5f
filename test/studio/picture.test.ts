import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allArrived, boardShown, bring, choose } from "./support/bring.js";
import type { Visit } from "./support/browser.js";
import { visit } from "./support/browser.js";
import { DESK } from "./support/looks.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";

let server: StudioServer;
let here: Visit;
let page: Page;

beforeAll(async () => {
  server = await startStudio();
  here = await visit(server.url, DESK);
  ({ page } = here);
  await bring(page, "examples/sunset-silhouette.jpg", "examples/flat-logo.png");
  await allArrived(page);
});
afterAll(async () => {
  await here.close();
  await server.close();
});
beforeEach(async () => {
  await page.keyboard.press("Escape");
  await page.mouse.move(0, 0);
  await choose(page, "sunset-silhouette.jpg");
});

const chip = (text: string): Locator => page.getByRole("button", { name: new RegExp(`^${text}, \\d`, "u") });
const lit = (): Locator => page.locator("[data-region-of]");
const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const overlay = (name: string): Locator =>
  page.getByRole("group", { name: "Overlays on the picture" }).getByRole("button", { name, exact: true });
const words = (): Locator => page.getByRole("list", { name: "Overlays in words" });
const palette = (): Locator => page.getByRole("region", { name: "Palette", exact: true });

/** The first color's; its button says "Copied" for a moment after it was. */
async function firstName(): Promise<string> {
  const button = palette()
    .getByRole("button", { name: /^Copy the name /u })
    .first();
  return ((await button.getAttribute("aria-label")) ?? "").replace("Copy the name ", "");
}

describe("the evidence of a phrase", () => {
  it("lights its part of the picture and is told in words, on hover and on focus", async () => {
    for (const point of [() => chip("sunset glow").hover(), () => chip("sunset glow").focus()]) {
      await point();
      await lit().waitFor({ state: "attached" });
      const told = page.getByText(/^sunset glow: Measured: golden hour/u);
      await told.waitFor();
      expect(await told.innerText()).toMatch(/in the upper middle, 50% of the picture; \d+% sure\.$/u);
      await page.mouse.move(0, 0);
      await chip("warm tones").focus();
      await lit().waitFor({ state: "detached" });
      await page.getByText(/^warm tones: Measured: palette temperature/u).waitFor();
    }
    expect(here.faults).toEqual([]);
  });

  it("is the same rectangle as on the picture, and pointing at the picture lights the phrase", async () => {
    await chip("sunset glow").hover();
    const box = await lit().locator("path").last().boundingBox();
    const picture = await page.getByRole("img", { name: "sunset-silhouette.jpg" }).boundingBox();
    if (box === null || picture === null) throw new Error("nothing is lit");
    expect(Math.abs(box.x - picture.x)).toBeLessThan(3);
    expect(Math.abs(box.y - picture.y)).toBeLessThan(3);
    expect(Math.abs(box.width - picture.width)).toBeLessThan(6);
    expect(Math.abs(box.height - picture.height / 2)).toBeLessThan(6);
    await page.mouse.move(0, 0);
    await lit().waitFor({ state: "detached" });
    await page.mouse.move(picture.x + picture.width / 2, picture.y + picture.height / 4);
    await lit().waitFor({ state: "attached" });
    await page.getByText(/^sunset glow: Measured/u).waitFor();
    await page.mouse.move(picture.x + picture.width / 2, picture.y + picture.height * 0.75);
    await lit().waitFor({ state: "detached" });
    expect(here.faults).toEqual([]);
  });
});

describe("the palette", () => {
  it("is copied as hex, as name, and whole in three forms", async () => {
    const hex = (
      await palette()
        .getByRole("button", { name: /^Copy #/u })
        .first()
        .innerText()
    ).trim();
    expect(hex).toMatch(/^#[\da-f]{6}$/u);
    await palette()
      .getByRole("button", { name: `Copy ${hex}` })
      .click();
    await expect.poll(copied).toBe(hex);
    const name = await firstName();
    await palette()
      .getByRole("button", { name: `Copy the name ${name}` })
      .click();
    await expect.poll(copied).toBe(name);
    for (const [form, expected] of [
      ["As a list of hex values", new RegExp(`^${hex}\\n#[\\da-f]{6}\\n`, "u")],
      ["As CSS variables", new RegExp(`^:root \\{\\n {2}--[\\w-]+: ${hex};`, "u")],
      ["As JSON", new RegExp(`^\\[\\n {2}\\{\\n {4}"hex": "${hex}"`, "u")],
    ] as const) {
      await palette().getByRole("button", { name: "Copy all" }).click();
      await page.getByRole("menuitem", { name: form }).click();
      await expect.poll(copied).toMatch(expected);
    }
    expect(here.faults).toEqual([]);
  });

  it("is renamed, said on the board, thinned out, and each of it undone", async () => {
    const rows = palette().getByRole("listitem");
    const before = await rows.count();
    const name = await firstName();
    const more = async (item: string, of = name): Promise<void> => {
      await palette()
        .getByRole("button", { name: `More for ${of}`, exact: true })
        .click();
      await page.getByRole("menuitem", { name: item }).click();
    };
    await more("Rename");
    await page.getByLabel(/^Name of #/u).fill("plum jam");
    await page.keyboard.press("Enter");
    await palette().getByRole("button", { name: "Copy the name plum jam" }).waitFor();
    await more("Add to the board as a phrase", "plum jam");
    await chip("plum jam tones").waitFor();
    await more("Drop from the palette", "plum jam");
    await expect.poll(() => rows.count()).toBe(before - 1);
    for (let step = 0; step < 3; step += 1)
      await page.getByRole("banner").getByRole("button", { name: /^Undo/u }).click();
    await palette()
      .getByRole("button", { name: `Copy the name ${name}`, exact: true })
      .waitFor();
    expect(await rows.count()).toBe(before);
    await chip("plum jam tones").waitFor({ state: "detached" });
    expect(here.faults).toEqual([]);
  });
});

describe("the overlays", () => {
  it("draw the thirds, attention, subject, horizon and light on the picture, and say them in words", async () => {
    const drawn = (): Promise<number> =>
      page.getByRole("img", { name: "sunset-silhouette.jpg" }).locator("..").locator("svg path").count();
    const names = ["Thirds", "Attention", "Subject", "Horizon", "Light"];
    const told: string[] = [];
    for (const name of names) {
      const none = await drawn();
      expect(await overlay(name).getAttribute("aria-disabled"), name).toBe("false");
      await overlay(name).click();
      await expect.poll(drawn).toBeGreaterThan(none);
      if (name !== "Thirds")
        told.push(await words().getByRole("listitem").filter({ hasText: name }).innerText());
      await overlay(name).click();
      await expect.poll(drawn).toBe(none);
    }
    expect(told.join("\n")).toMatch(
      /^Attention: centers \d+% across, \d+% down; .*\nSubject: covers \d+% of the picture; .*\nHorizon: at \d+% of the height, .*\nLight: /u,
    );
    expect(here.faults).toEqual([]);
  });

  it("are toggled by their keys, and stay for the next picture", async () => {
    await page.keyboard.press("1");
    await page.keyboard.press("2");
    await choose(page, "flat-logo.png");
    expect(await overlay("Thirds").getAttribute("aria-pressed")).toBe("true");
    expect(await overlay("Attention").getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("1");
    await page.keyboard.press("2");
    expect(await overlay("Thirds").getAttribute("aria-pressed")).toBe("false");
    expect(here.faults).toEqual([]);
  });

  it("that have nothing to show say why and cannot be switched on", async () => {
    await choose(page, "flat-logo.png");
    const why = words().getByText("no line runs through most of the picture.");
    await why.waitFor();
    expect(await overlay("Horizon").getAttribute("aria-disabled")).toBe("true");
    await overlay("Horizon").click({ force: true });
    await page.keyboard.press("4");
    expect(await overlay("Horizon").getAttribute("aria-pressed")).toBe("false");
    expect(here.faults).toEqual([]);
  });
});

describe("the larger view", () => {
  it("fills the window, has the same overlays and evidence, and gives the focus back", async () => {
    await page.getByRole("button", { name: "Larger view" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "sunset-silhouette.jpg" });
    await dialog.waitFor();
    const picture = await dialog.getByRole("img", { name: "sunset-silhouette.jpg" }).boundingBox();
    expect(picture?.height).toBeGreaterThan(500);
    await dialog.getByRole("button", { name: "Thirds" }).click();
    expect(await dialog.getByRole("button", { name: "Thirds" }).getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("1");
    expect(await dialog.getByRole("button", { name: "Thirds" }).getAttribute("aria-pressed")).toBe("false");
    await page.mouse.move((picture?.x ?? 0) + 200, (picture?.y ?? 0) + 50);
    await dialog.getByText(/^sunset glow: /u).waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Larger view");
    expect(here.faults).toEqual([]);
  });
});

describe("the rest of the pane", () => {
  it("renames the board in place", async () => {
    await page.getByRole("button", { name: "Rename the board" }).click();
    await page.getByLabel("Name of the board").fill("Evening");
    await page.keyboard.press("Enter");
    await boardShown(page, "Evening");
    await page.getByRole("button", { name: "Rename the board" }).click();
    await page.getByLabel("Name of the board").fill("sunset-silhouette.jpg");
    await page.keyboard.press("Enter");
    await boardShown(page, "sunset-silhouette.jpg");
    expect(here.faults).toEqual([]);
  });

  it("sets the frame that the prompts ask for", async () => {
    await page.getByLabel("Frame for the prompts").selectOption("9:16");
    const prompt = page.getByRole("region", { name: "Prompt", exact: true });
    await expect.poll(() => prompt.innerText()).toContain("--ar 9:16");
    await page.getByRole("button", { name: "Swap width and height" }).click();
    await expect.poll(() => prompt.innerText()).toContain("--ar 16:9");
    expect(here.faults).toEqual([]);
  });

  it("has every figure that was measured, in a person's words", async () => {
    const figures = page.getByRole("region", { name: "Figures" });
    await figures.getByRole("button", { name: /^Figures/u }).click();
    await figures.getByRole("button", { name: "Copy all as JSON" }).click();
    await expect.poll(copied).toMatch(/^\{\n {2}"/u);
    const closed = figures.getByRole("button", { expanded: false });
    while ((await closed.count()) > 0) await closed.first().click();
    expect(await figures.getByRole("definition").count()).toBeGreaterThan(60);
    expect(await figures.innerText()).not.toMatch(/\bundefined\b|\bNaN\b|\[object/u);
    expect(here.faults).toEqual([]);
  });
});
