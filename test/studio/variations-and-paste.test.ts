import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBlueprint } from "../../src/core.js";
import { translate } from "../../src/language.js";
import { boardShown } from "./support/bring.js";
import type { Visit } from "./support/browser.js";
import { visit } from "./support/browser.js";
import { chip } from "./support/chip.js";
import { chooseTarget } from "./support/choose-target.js";
import { expectInStep } from "./support/expect-in-step.js";
import { openBlueprint } from "./support/open-blueprint.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";

const PIER = createBlueprint({
  frame: { width: 1200, height: 800 },
  terms: [
    { facet: "subject", text: "an old wooden pier", pinned: true },
    { facet: "setting", text: "a quiet lake" },
    { facet: "lighting", text: "golden hour" },
    { facet: "palette", text: "warm colors" },
    { facet: "medium", text: "photograph" },
    { facet: "style", text: "minimalist" },
    { facet: "camera", text: "wide angle" },
  ],
});

let server: StudioServer;
let opened: Visit;
let page: Page;
let count = 0;

beforeAll(async () => {
  server = await startStudio();
  opened = await visit(server.url, { width: 1280, height: 800, theme: "light" });
  page = opened.page;
  await openBlueprint(page, PIER, "pier");
  await chooseTarget(page, "sd35", "3.5");
});

afterAll(async () => {
  await opened.close();
  await server.close();
});

beforeEach(async () => {
  count += 1;
  await openBlueprint(page, PIER, `pier ${count}`);
});

describe("four variations", () => {
  async function makeFour(): Promise<Locator> {
    const toggle = page.getByRole("tabpanel").getByRole("button", { name: "Variations", exact: true });
    if ((await toggle.getAttribute("aria-expanded")) !== "true") await toggle.click();
    await page.getByRole("button", { name: "Make four" }).click();
    await page.getByText("4 variations with seed 1.").waitFor();
    return page.getByRole("list", { name: "Variations" }).locator("> li");
  }

  it("differ in words and in what they say, and keep what is pinned", async () => {
    const cards = await makeFour();
    expect(await cards.count()).toBe(4);
    const differences = await cards.getByRole("list").allTextContents();
    expect(new Set(differences).size).toBe(4);
    for (const difference of differences) expect(difference.length).toBeGreaterThan(10);
    const prompts = await cards.getByRole("group", { name: /^Prompt of variation/u }).allTextContents();
    expect(new Set(prompts).size).toBe(4);
    for (const prompt of prompts) expect(prompt).toContain("an old wooden pier");
    expect(opened.faults).toEqual([]);
  });

  it("leave alone what is to be kept, and come anew with the next seed", async () => {
    const cards = await makeFour();
    const texts = (): Promise<string[]> =>
      cards.getByRole("group", { name: /^Prompt of/u }).allTextContents();
    const first = await texts();
    await page
      .getByRole("group", { name: "Keep as it is" })
      .getByRole("button", { name: "lighting" })
      .click();
    await page.getByRole("button", { name: "Again" }).click();
    await page.getByText(/with seed 2/u).waitFor();
    const second = await texts();
    expect(second).not.toEqual(first);
    for (const text of second) expect(text).toContain("golden hour");
    expect(opened.faults).toEqual([]);
  });

  it("open as boards of their own, which say how they differ", async () => {
    const cards = await makeFour();
    const card = cards.nth(2);
    const difference = await card.getByRole("list").getByRole("listitem").allTextContents();
    const prompt = await card.getByRole("group", { name: "Prompt of variation 3" }).textContent();
    await card.getByRole("button", { name: "Open variation 3 as board" }).click();
    await boardShown(page, `pier ${count}, variation 3`);
    expect((await expectInStep(page)).prompt).toBe(prompt);
    const picture = (await page.locator("main").textContent()) ?? "";
    for (const part of difference) expect(picture.toLowerCase()).toContain(part.toLowerCase());
    await page
      .getByRole("navigation", { name: "Open boards" })
      .getByRole("button", { name: `pier ${count}`, exact: true })
      .click();
    await boardShown(page, `pier ${count}`);
    expect(await cards.count()).toBe(4);
    expect(opened.faults).toEqual([]);
  });
});

const PASTED = [
  {
    kind: "AUTOMATIC1111",
    grammar: "AUTOMATIC1111 and Forge",
    text: `a lighthouse on a cliff, (storm clouds:1.3), oil painting
Negative prompt: people, text
Steps: 28, Sampler: Euler a, CFG scale: 6.5, Seed: 42, Size: 832x1216`,
    phrases: { "a lighthouse": 1, "on a cliff": 1, "storm clouds": 1.3, "oil painting": 1 },
    excluded: ["people", "text"],
    setting: "CFG scale 6.5",
  },
  {
    kind: "Midjourney",
    grammar: "Midjourney",
    text: "/imagine prompt: a paper boat on a puddle, morning light --ar 3:2 --stylize 250 --no people",
    phrases: { "a paper boat": 1, "on a puddle": 1, "morning light": 1 },
    excluded: ["people"],
    setting: "Stylize 250",
  },
  {
    kind: "prose",
    grammar: "Plain sentences",
    text: "A tin robot waters sunflowers in a greenhouse. Soft morning light falls through the glass. Shot with a shallow depth of field.",
    phrases: {
      "A tin robot waters sunflowers": 1,
      "in a greenhouse": 1,
      "Soft morning light falls through the glass": 1,
      "Shot with a shallow depth of field": 1,
    },
    excluded: [],
    setting: undefined,
  },
  {
    kind: "JSON",
    grammar: "FLUX JSON",
    text: JSON.stringify({
      subject: "a glass teapot",
      lighting: "backlight",
      style: ["still life", "muted colors"],
      camera: "macro lens",
    }),
    phrases: { "a glass teapot": 1, backlight: 1, "still life": 1, "macro lens": 1 },
    excluded: [],
    setting: undefined,
  },
] as const;

describe.each(PASTED)("a prompt of $kind that is pasted", ({ grammar, text, phrases, excluded, setting }) => {
  async function paste(): Promise<Locator> {
    await page.getByRole("button", { name: "Paste a prompt" }).click();
    const dialog = page.getByRole("dialog", { name: "Paste a prompt" });
    await dialog.getByRole("textbox", { name: "Pasted prompt" }).fill(text);
    await dialog.getByText(new RegExp(`^${grammar}, \\d+% sure: `, "u")).waitFor();
    return dialog;
  }

  it("is known for what it is and put on a board, phrase by phrase", async () => {
    const dialog = await paste();
    if (setting !== undefined) await dialog.getByText(new RegExp(`^Settings: .*${setting}`, "u")).waitFor();
    await dialog.getByRole("button", { name: "Put on a new board" }).click();
    await dialog.waitFor({ state: "hidden" });
    const shown = await expectInStep(page);
    const weights = Object.fromEntries(shown.phrases.map((each) => [each.text, each.weight]));
    expect(weights).toMatchObject(phrases);
    const out = shown.phrases.filter(({ row }) => row === "excluded").map((each) => each.text);
    expect([...out].sort()).toEqual([...excluded].sort());
    expect(opened.faults).toEqual([]);
  });

  it("is translated to another target, with what was lost told", async () => {
    const dialog = await paste();
    await dialog.getByRole("tab", { name: "Translate" }).click();
    await dialog.getByLabel("Translate to").selectOption("flux");
    const { prompts } = await translate(text, { to: ["flux"] });
    await dialog.getByRole("heading", { name: "flux" }).waitFor();
    await dialog.getByText(prompts[0]?.text ?? "", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(opened.faults).toEqual([]);
  });
});

describe("pasting onto a board", () => {
  it("adds to the board in one step what it does not say yet", async () => {
    await page.getByRole("button", { name: "Paste a prompt" }).click();
    const dialog = page.getByRole("dialog", { name: "Paste a prompt" });
    await dialog
      .getByRole("textbox", { name: "Pasted prompt" })
      .fill("golden hour, drifting fog, (a heron:1.2)");
    await dialog.getByRole("button", { name: "Add to this board" }).click();
    await dialog.waitFor({ state: "hidden" });
    const { phrases } = await expectInStep(page);
    expect(phrases.filter(({ text }) => text === "golden hour")).toHaveLength(1);
    expect(phrases.find(({ text }) => text === "a heron")?.weight).toBe(1.2);
    expect(await chip(page, "drifting fog").count()).toBe(1);
    await page.getByRole("button", { name: "History: 1 step", exact: true }).waitFor();
    await page.keyboard.press("Control+Z");
    expect((await expectInStep(page)).phrases).toHaveLength(PIER.terms.length);
    expect(opened.faults).toEqual([]);
  });

  it("can be told how to read, and starts in the field", async () => {
    await page.getByRole("button", { name: "Paste a prompt" }).click();
    const dialog = page.getByRole("dialog", { name: "Paste a prompt" });
    await dialog.getByText("Paste a prompt above; its phrases stand here at once.").waitFor();
    const field = dialog.getByRole("textbox", { name: "Pasted prompt" });
    expect(await field.evaluate((each) => each === document.activeElement)).toBe(true);
    await field.fill("a barn, (red:1.4)");
    await dialog.getByRole("region", { name: "Subject & Setting" }).getByText("a barn").waitFor();
    await dialog.getByLabel("Written for").selectOption("prose");
    await dialog.getByRole("listitem").filter({ hasText: "(red:1.4)" }).waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(opened.faults).toEqual([]);
  });
});
