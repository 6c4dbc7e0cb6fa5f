import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Download, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Blueprint, ParameterSpec, Prompt } from "../../src/core.js";
import { compileWith, createBlueprint, loadTarget, pasteText, TARGET_IDS } from "../../src/core.js";
import type { Visit } from "./support/browser.js";
import { visit } from "./support/browser.js";
import { chip } from "./support/chip.js";
import { chooseTarget } from "./support/choose-target.js";
import { openBlueprint } from "./support/open-blueprint.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";

/** Few enough for every target to say all of it. */
const FOX: Blueprint = createBlueprint({
  frame: { width: 1600, height: 900 },
  terms: [
    { facet: "subject", text: "a red fox", weight: 1.3 },
    { facet: "lighting", text: "soft light" },
    { facet: "medium", text: "gouache painting" },
    { facet: "camera", text: "eye level" },
    { facet: "detail", text: "blurry", polarity: "exclude" },
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
});

afterAll(async () => {
  await opened.close();
  await server.close();
});

beforeEach(async () => {
  count += 1;
  await openBlueprint(page, FOX, `fox ${count}`);
});

async function compiled(id: string, parameters = {}): Promise<Prompt> {
  return compileWith(await loadTarget(id), FOX, { minConfidence: 0.5, parameters });
}

function promptText(): Promise<string | null> {
  return page
    .getByRole("tabpanel")
    .getByRole("group", { name: /^Prompt for/u })
    .textContent();
}

function clipboard(): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What a section of the pane holds, opened. */
async function section(title: string): Promise<Locator> {
  const button = page.getByRole("tabpanel").getByRole("button", { name: new RegExp(`^${title}`, "u") });
  if ((await button.getAttribute("aria-expanded")) !== "true") await button.click();
  const content = page.locator(`[id="${await button.getAttribute("aria-controls")}"]`);
  await content.locator(":scope > *").first().waitFor();
  return content;
}

describe("targets", () => {
  it("have a tab each where they are favorites, reached by the arrow keys too", async () => {
    const tabs = page.getByRole("tablist", { name: "Targets" });
    expect(await tabs.getByRole("tab").allTextContents()).toEqual(["midjourney", "sdxl", "flux"]);
    for (const id of ["sdxl", "flux", "midjourney"]) {
      await tabs.getByRole("tab", { name: id }).click();
      await page.locator(`[role="tabpanel"][aria-label="Prompt for ${id}"][aria-busy="false"]`).waitFor();
      expect(await promptText()).toBe((await compiled(id)).text);
    }
    await page.keyboard.press("End");
    await tabs.getByRole("tab", { name: "flux", selected: true }).waitFor();
    await page.keyboard.press("ArrowRight");
    await tabs.getByRole("tab", { name: "midjourney", selected: true }).waitFor();
    expect(opened.faults).toEqual([]);
  });

  it("are grouped, searched, chosen and starred, and favorites outlive a reload", async () => {
    await page.getByRole("button", { name: "More targets" }).click();
    const finder = page.getByRole("dialog", { name: "Targets" });
    const titles = (): Promise<string[]> => finder.getByRole("heading", { level: 3 }).allTextContents();
    await finder.getByText(`${TARGET_IDS.length} targets`).waitFor();
    expect(await titles()).toEqual(["Favorites", "Comma phrases with weights", "Sentences", "Comma phrases"]);
    const field = finder.getByRole("searchbox", { name: "Find a target" });
    await field.fill("google");
    await expect.poll(() => finder.getByRole("listitem").count()).toBe(2);
    await field.fill("no such thing");
    await finder.getByText("No target has this name. Try a model or its maker.").waitFor();
    await field.fill("ideogram");
    const star = finder.getByRole("button", { name: /^Favorite Ideogram/u });
    await star.click();
    expect(await star.getAttribute("aria-pressed")).toBe("true");
    await field.press("Enter");
    await page.getByRole("tab", { name: "ideogram", selected: true }).waitFor();
    expect(await promptText()).toBe((await compiled("ideogram")).text);
    await page.getByRole("tab", { name: "flux" }).click();
    await page.getByRole("button", { name: "Take flux off the favorites" }).click();

    await page.reload();
    const tabs = page.getByRole("tablist", { name: "Targets" });
    await tabs.waitFor();
    // The target that was shown is there as well, no favorite any more.
    expect(await tabs.getByRole("tab").allTextContents()).toEqual(["midjourney", "sdxl", "ideogram", "flux"]);
    await page.getByRole("button", { name: "Add flux to the favorites" }).click();
    await tabs.getByRole("tab", { name: "ideogram" }).click();
    await page.getByRole("button", { name: "Take ideogram off the favorites" }).click();
    await tabs.getByRole("tab", { name: "midjourney" }).click();
    expect(opened.faults).toEqual([]);
  });

  it("are compared, each with its own text and room", async () => {
    await page.getByRole("button", { name: "Compare targets" }).click();
    const dialog = page.getByRole("dialog", { name: "Compare prompts" });
    await dialog.getByRole("tab", { name: "All targets" }).click();
    await expect.poll(() => dialog.getByRole("heading", { level: 3 }).count()).toBe(TARGET_IDS.length);
    const shown = (await dialog.getByRole("tabpanel").textContent()) ?? "";
    for (const id of TARGET_IDS) expect(shown).toContain((await compiled(id)).text);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(opened.faults).toEqual([]);
  });
});

describe("the live text", () => {
  const run = (text: string): Locator =>
    page.getByRole("group", { name: /^Prompt for/u }).getByRole("button", { name: text, exact: true });
  const isLit = (locator: Locator): Promise<boolean> =>
    locator.evaluate((element) => {
      const frame = element.closest("[data-frame]") ?? element;
      const { backgroundColor, boxShadow } = getComputedStyle(frame);
      return frame === element ? backgroundColor !== "rgba(0, 0, 0, 0)" : /[1-9]\d*px/u.test(boxShadow);
    });

  it("lights the phrase whose chip is pointed at, and the chip whose phrase is", async () => {
    await page.getByRole("tab", { name: "sdxl" }).click();
    await chip(page, "soft light").hover();
    await expect.poll(() => isLit(run("soft light"))).toBe(true);
    expect(await isLit(run("eye level"))).toBe(false);
    await run("eye level").hover();
    await expect.poll(() => isLit(chip(page, "eye level"))).toBe(true);
    expect(await isLit(chip(page, "soft light"))).toBe(false);
    expect(await isLit(run("soft light"))).toBe(false);
    expect(opened.faults).toEqual([]);
  });

  it("leads from a phrase to its chip by a click, and follows each edit", async () => {
    await page.getByRole("tab", { name: "sdxl" }).click();
    await run("gouache painting").click();
    expect(await chip(page, "gouache painting").evaluate((each) => each === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press("Enter");
    await page.keyboard.type("oil painting");
    await page.keyboard.press("Enter");
    await run("oil painting").waitFor();
    expect(await promptText()).toBe("(a red fox:1.3), oil painting, soft light, eye level");
    expect(opened.faults).toEqual([]);
  });

  it("says what is excluded as each target takes it", async () => {
    await page.getByRole("tab", { name: "midjourney" }).click();
    expect(await promptText()).toMatch(/--no blurry$/u);
    await run("blurry").hover();
    await expect.poll(() => isLit(chip(page, "blurry"))).toBe(true);
    await page.getByRole("tab", { name: "sdxl" }).click();
    const negative = page.getByRole("group", { name: "Negative prompt" });
    expect(await negative.textContent()).toBe("blurry");
    await page.getByRole("tab", { name: "flux" }).click();
    await negative.waitFor({ state: "hidden" });
    await page
      .getByRole("list", { name: "Warnings" })
      .getByText('The exclusion "blurry" is asked for as "sharp focus".')
      .waitFor();
    expect(opened.faults).toEqual([]);
  });
});

const ROLES = {
  integer: "spinbutton",
  number: "spinbutton",
  enum: "combobox",
  flag: "checkbox",
  text: "textbox",
} as const;

/** A control by the name that its label is made from. */
async function control(parameters: Locator, { name, type }: ParameterSpec): Promise<Locator> {
  const controls = parameters.getByRole(ROLES[type]);
  for (const each of await controls.all()) {
    const label = await each.evaluate(
      (element) => (element as HTMLInputElement).labels?.[0]?.textContent ?? "",
    );
    if (label.toLowerCase().replaceAll(" ", "-") === name) return each;
  }
  throw new Error(`no ${ROLES[type]} is labelled ${name}`);
}

describe("parameters", () => {
  it.each(["midjourney", "sdxl", "flux", "dalle3", "gpt-image"])(
    "of %s are controls by what it takes",
    async (id) => {
      await chooseTarget(page, id);
      const { dialect, version } = await loadTarget(id);
      const { frame, parameters: specs } = dialect.capabilities(version);
      const framed = "parameter" in frame ? [frame.parameter] : ["width", "height"];
      const parameters = await section("Parameters");
      for (const spec of specs.filter(({ name }) => !framed.includes(name))) {
        const input = await control(parameters, spec);
        if (spec.type === "enum") {
          const options = await input.getByRole("option").allTextContents();
          expect(options.map((option) => option.replace(" (default)", ""))).toEqual(
            spec.default === undefined ? ["Not set", ...(spec.values ?? [])] : spec.values,
          );
          continue;
        }
        if (spec.type !== "integer" && spec.type !== "number") continue;
        expect(await input.getAttribute("min")).toBe(String(spec.min));
        if (spec.max === undefined) continue;
        await input.fill(String(spec.max + 1));
        await input.evaluate((element) => element.blur());
        expect(await input.getAttribute("aria-invalid")).toBe("true");
        const told = await input.getAttribute("aria-describedby");
        expect(await parameters.locator(`[id="${told}"]`).textContent()).toMatch(/\d/u);
        await parameters.getByRole("button", { name: /^Reset (?!all)/u }).click();
        expect(await input.getAttribute("aria-invalid")).toBeNull();
      }
      expect(await parameters.getByRole("button", { name: "Reset all parameters" }).count()).toBe(0);
      expect(opened.faults).toEqual([]);
    },
  );

  it("are said in the text where the target reads them there, in range", async () => {
    await chooseTarget(page, "midjourney");
    const parameters = await section("Parameters");
    await parameters.getByRole("spinbutton", { name: "Stylize" }).fill("250");
    await parameters.getByRole("checkbox", { name: "Tile" }).check();
    await parameters.getByRole("combobox", { name: "Aspect ratio" }).fill("1:2");
    const set = { stylize: 250, tile: true, "aspect-ratio": "1:2" };
    expect(await promptText()).toBe((await compiled("midjourney", set)).text);
    expect(await promptText()).toContain("250");
    await parameters.getByRole("spinbutton", { name: "Stylize" }).fill("5000");
    await page.getByRole("list", { name: "Warnings" }).getByRole("button", { name: "Reset Stylize" }).click();
    expect(await promptText()).not.toContain("5000");
    await parameters.getByRole("button", { name: "Reset all parameters" }).click();
    expect(await promptText()).toBe((await compiled("midjourney")).text);
    expect(opened.faults).toEqual([]);
  });

  it("go beside the text else, and are copied with it", async () => {
    await chooseTarget(page, "sdxl");
    const parameters = await section("Parameters");
    await parameters.getByRole("spinbutton", { name: "Steps" }).fill("33");
    await parameters.getByRole("combobox", { name: "Size in pixels" }).selectOption("1024x1024");
    const target = await loadTarget("sdxl");
    const prompt = await compiled("sdxl", { steps: 33, width: 1024, height: 1024 });
    expect(await promptText()).toBe(prompt.text);
    await page.getByRole("button", { name: "Copy all", exact: true }).click();
    await expect.poll(clipboard).toBe(pasteText(prompt, target.dialect.capabilities(target.version)));
    expect(await clipboard()).toContain("33");
    expect(opened.faults).toEqual([]);
  });
});

describe("what is told of a prompt", () => {
  it("measures the room that it takes with each edit", async () => {
    await chooseTarget(page, "midjourney");
    const meter = page.getByRole("meter", { name: "Length" });
    const { used, max } = (await compiled("midjourney")).budget;
    expect(Number(await meter.getAttribute("aria-valuenow"))).toBe(used);
    expect(Number(await meter.getAttribute("aria-valuemax"))).toBe(max);
    await chip(page, "eye level").focus();
    await page.keyboard.press("Delete");
    expect(Number(await meter.getAttribute("aria-valuenow"))).toBe(used - ", eye level".length);
    expect(opened.faults).toEqual([]);
  });

  it("mends a warning by its button, and takes that back by undo", async () => {
    await chooseTarget(page, "midjourney");
    const warnings = page.getByRole("list", { name: "Warnings" });
    const lost = warnings.getByText("Midjourney V8.2 has no weights");
    await lost.waitFor();
    await warnings.getByRole("button", { name: "Set weight to 1" }).click();
    await lost.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "a red fox, 100% sure", exact: true }).waitFor();
    await page.keyboard.press("Control+Z");
    await lost.waitFor();
    await page.getByRole("button", { name: "a red fox, 100% sure, weight 1.3", exact: true }).waitFor();
    expect(opened.faults).toEqual([]);
  });
});

describe("taking prompts elsewhere", () => {
  it("copies the prompt and the negative prompt", async () => {
    await chooseTarget(page, "sdxl");
    const prompt = await compiled("sdxl");
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await expect.poll(clipboard).toBe(prompt.text);
    await page.getByRole("button", { name: "Copy negative" }).click();
    await expect.poll(clipboard).toBe(prompt.negative);
    expect(opened.faults).toEqual([]);
  });

  const exported = async (scope: string, format: string): Promise<{ download: Download; text: string }> => {
    await page.getByRole("button", { name: "Export prompts" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("group", { name: scope }).getByRole("menuitem", { name: format }).click(),
    ]);
    return { download, text: await readFile(await download.path(), "utf8") };
  };

  it("exports a text of the target shown", async () => {
    await chooseTarget(page, "flux");
    const { download, text } = await exported("This target", "Text (.txt)");
    expect(download.suggestedFilename()).toBe(`fox-${count}-prompts.txt`);
    const target = await loadTarget("flux");
    expect(text).toBe(`${pasteText(await compiled("flux"), target.dialect.capabilities(target.version))}\n`);
    expect(opened.faults).toEqual([]);
  });

  it("exports the favorites as JSON", async () => {
    const { download, text } = await exported("Favorites", "JSON (.json)");
    expect(download.suggestedFilename()).toBe(`fox-${count}-prompts.json`);
    const read = JSON.parse(text) as readonly Prompt[];
    expect(read.map(({ target }) => target)).toEqual(["midjourney", "sdxl", "flux"]);
    for (const prompt of read) expect(prompt).toMatchObject(await compiled(prompt.target));
    expect(opened.faults).toEqual([]);
  });

  it("exports all targets as a table", async () => {
    const { text } = await exported("All targets", "Table (.csv)");
    const rows: Record<string, string>[] = parse(text, { columns: true });
    expect(rows.map((row) => row["target"])).toEqual([...TARGET_IDS]);
    for (const row of rows) {
      const { text: said, negative, budget } = await compiled(row["target"] ?? "");
      expect(row).toMatchObject({ prompt: said, negative: negative ?? "", used: String(budget.used) });
    }
    expect(opened.faults).toEqual([]);
  });
});
