import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBlueprint } from "../../src/core.js";
import type { Visit } from "./support/browser.js";
import { visit } from "./support/browser.js";
import { chip } from "./support/chip.js";
import { chooseTarget } from "./support/choose-target.js";
import { expectInStep } from "./support/expect-in-step.js";
import { at, phrase, textsIn } from "./support/keyboard.js";
import { openBlueprint } from "./support/open-blueprint.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";
import { sixtyPhrases } from "./support/sixty-phrases.js";

let server: StudioServer;
let opened: Visit;
let page: Page;
let count = 0;

beforeAll(async () => {
  server = await startStudio();
  opened = await visit(server.url, { width: 1280, height: 800, theme: "light" });
  page = opened.page;
  at.page = page;
  await openBlueprint(page, sixtyPhrases(), "first");
  await chooseTarget(page, "sd35", "3.5");
});

afterAll(async () => {
  await opened.close();
  await server.close();
});

beforeEach(async () => {
  count += 1;
  await openBlueprint(page, sixtyPhrases(), `board ${count}`);
});

afterEach(async () => {
  await expectInStep(page);
  expect(opened.faults).toEqual([]);
});

function details(text: string): ReturnType<Page["getByRole"]> {
  return page.getByRole("dialog", { name: text, exact: true });
}

async function openDetails(text: string): Promise<void> {
  await page.getByRole("button", { name: `Details of ${text}`, exact: true }).click();
  await details(text).waitFor();
}

function steps(): Promise<string | null> {
  return page.getByRole("button", { name: /^History: / }).textContent();
}

async function undo(): Promise<void> {
  await page.getByRole("button", { name: /^Undo: / }).click();
}

describe("a phrase's words", () => {
  it("are edited in place, and the prompt says them at once", async () => {
    await chip(page, "a stone well").dblclick();
    const field = page.getByRole("textbox", { name: "Words of a stone well" });
    await field.fill("a dry stone well");
    await field.press("Enter");
    expect((await phrase("a dry stone well")).row).toBe("subject");
    expect(await chip(page, "a stone well").count()).toBe(0);
    expect(await steps()).toContain("1 step");
  });

  it("stay as they were after Escape, and are asked about when nothing is left of them", async () => {
    await chip(page, "a stone well").dblclick();
    await page.getByRole("textbox", { name: "Words of a stone well" }).fill("never mind");
    await page.keyboard.press("Escape");
    await phrase("a stone well");
    await chip(page, "a stone well").dblclick();
    await page.getByRole("textbox", { name: "Words of a stone well" }).fill(" ");
    await page.keyboard.press("Enter");
    await page.getByText("Drop “a stone well”?").waitFor();
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await phrase("a stone well");
    expect(await steps()).toContain("0 steps");
  });
});

describe("a phrase's weight", () => {
  it("follows the slider while it is dragged, as one step of the history", async () => {
    await openDetails("a crow");
    const slider = details("a crow").getByRole("slider", { name: "Weight" });
    const box = await slider.boundingBox();
    if (box === null) throw new Error("the slider is not shown");
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width / 2, y);
    await page.mouse.down();
    const seen = new Set<string>();
    for (const share of [0.6, 0.7, 0.8, 0.9]) {
      await page.mouse.move(box.x + box.width * share, y);
      seen.add(await slider.inputValue());
    }
    await page.mouse.up();
    expect(seen.size).toBeGreaterThan(2);
    const { weight } = await phrase("a crow");
    expect(weight).toBe(Number(await slider.inputValue()));
    expect(weight).toBeGreaterThan(1.5);
    expect(await steps()).toContain("1 step");
    await details("a crow").getByRole("button", { name: "Back to 1" }).click();
    expect((await phrase("a crow")).weight).toBe(1);
    await page.keyboard.press("Escape");
    await details("a crow").waitFor({ state: "hidden" });
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-chip") === "subject/a-crow");
  });

  it("turns with the wheel and Ctrl, and not with the wheel alone", async () => {
    await chip(page, "quiet").hover();
    await page.keyboard.down("Control");
    for (let notch = 0; notch < 3; notch++) await page.mouse.wheel(0, -100);
    await page.keyboard.up("Control");
    await page.getByRole("button", { name: "quiet, 100% sure, weight 1.15", exact: true }).waitFor();
    expect((await phrase("quiet")).weight).toBe(1.15);
    expect(await steps()).toContain("1 step");
    await chip(page, "quiet").hover();
    await page.mouse.wheel(0, 60);
    await chip(page, "a red fox").hover();
    expect((await phrase("quiet")).weight).toBe(1.15);
  });
});

describe("pin, drop, exclude", () => {
  it("pins what was too unsure into the prompt", async () => {
    expect((await phrase("thin mist")).isOut).toBe(true);
    await openDetails("thin mist");
    await details("thin mist").getByRole("button", { name: "Pin", exact: true }).click();
    await page.keyboard.press("Escape");
    expect(await phrase("thin mist")).toMatchObject({ isOut: false, isPinned: true });
    const { runs } = await expectInStep(page);
    expect(runs.map(({ text }) => text)).toContain("thin mist");
  });

  it("drops a phrase and offers to take that back", async () => {
    await openDetails("a cedar");
    await details("a cedar").getByRole("button", { name: "Drop", exact: true }).click();
    expect(await textsIn("subject")).not.toContain("a cedar");
    await page.getByRole("status").getByRole("button", { name: "Undo", exact: true }).click();
    expect((await textsIn("subject"))[4]).toBe("a cedar");
    await page.getByText('Dropped "a cedar".').waitFor({ state: "hidden" });
  });

  it("excludes a phrase, which goes to the negative prompt, and includes it again", async () => {
    await openDetails("paper grain");
    await details("paper grain").getByRole("button", { name: "Exclude", exact: true }).click();
    expect((await phrase("paper grain")).row).toBe("excluded");
    expect((await expectInStep(page)).negative).toContain("paper grain");
    await details("paper grain").getByRole("button", { name: "Excluded", exact: true }).click();
    expect((await phrase("paper grain")).row).toBe("medium");
  });
});

describe("moving", () => {
  it("reorders a row by dragging", async () => {
    await chip(page, "a crow").dragTo(chip(page, "two lanterns"), { targetPosition: { x: 2, y: 10 } });
    expect((await textsIn("subject")).slice(0, 3)).toEqual(["a red fox", "a crow", "two lanterns"]);
  });

  it("takes a phrase to another facet by dragging, before the chip that it is dropped on", async () => {
    await chip(page, "wet cobbles").dragTo(chip(page, "looking over its shoulder"), {
      targetPosition: { x: 2, y: 10 },
    });
    expect(await textsIn("action")).toEqual([
      "drinking from a puddle",
      "wet cobbles",
      "looking over its shoulder",
    ]);
  });

  it("takes a phrase to a facet that nothing is said of", async () => {
    await chip(page, "flat shapes").dragTo(page.getByRole("button", { name: "Add to artist", exact: true }));
    expect(await textsIn("artist")).toEqual(["flat shapes"]);
    await undo();
    expect((await phrase("flat shapes")).row).toBe("style");
  });

  it("excludes what is dropped among the excluded, and includes what is dragged out of them", async () => {
    const excluded = page.getByRole("region", { name: "Excluded" });
    await chip(page, "crisp edges").dragTo(excluded);
    expect(await textsIn("excluded")).toContain("crisp edges");
    await chip(page, "watermark").dragTo(chip(page, "finely finished"), { targetPosition: { x: 2, y: 10 } });
    expect((await textsIn("quality"))[0]).toBe("watermark");
  });

  it("moves by the choice of a facet and by the arrows in the details", async () => {
    await openDetails("narrow street");
    await details("narrow street").getByLabel("Move to").selectOption("Subject");
    expect((await textsIn("subject")).at(-1)).toBe("narrow street");
    await details("narrow street").getByRole("button", { name: "Move before its neighbor" }).click();
    expect((await textsIn("subject")).slice(-2)).toEqual(["narrow street", "a crow"]);
    await details("narrow street").getByRole("button", { name: "Move behind its neighbor" }).click();
    expect((await textsIn("subject")).slice(-2)).toEqual(["a crow", "narrow street"]);
  });
});

describe("adding", () => {
  it("suggests phrases of the vocabulary that are not yet said", async () => {
    await page.getByRole("button", { name: "Add to Lighting & Atmosphere" }).click();
    const field = page.getByRole("combobox", { name: "Add to Lighting & Atmosphere" });
    await field.fill("gol");
    const options = page.getByRole("listbox").getByRole("option");
    await options.first().waitFor();
    const texts = await options.allTextContents();
    expect(texts.every((text) => text.includes("gol"))).toBe(true);
    expect(texts.length).toBeGreaterThan(1);
    await options.filter({ hasText: "golden hour" }).first().click();
    expect((await textsIn("lighting")).at(-1)).toMatch(/^golden hour/u);
    await field.fill("gol");
    await options.first().waitFor();
    const added = (await textsIn("lighting")).at(-1) ?? "";
    expect((await options.allTextContents()).some((text) => text.startsWith(`${added}lighting`))).toBe(false);
  });

  it("takes several own phrases at once, each to the facet that its words say, a hyphen in front excludes", async () => {
    await page.getByRole("button", { name: "Add to Subject & Setting" }).click();
    const field = page.getByRole("combobox", { name: "Add to Subject & Setting" });
    await field.fill("a blue kite, oil painting, -fog bank, a red fox");
    await field.press("Enter");
    expect((await phrase("a blue kite")).row).toBe("subject");
    expect((await phrase("oil painting")).row).toBe("medium");
    expect((await phrase("fog bank")).row).toBe("excluded");
    await page.getByText("“a red fox”: on the board already.").waitFor();
    expect(await steps()).toContain("1 step");
    await page.getByRole("button", { name: "Stop adding" }).click();
    await field.waitFor({ state: "hidden" });
  });
});

describe("how sure a phrase is", () => {
  it("stands at each chip as a ring and in its name, and what is out is marked in words too", async () => {
    const title = (text: string): Promise<string | null> =>
      page.getByRole("button", { name: `Details of ${text}`, exact: true }).getAttribute("title");
    expect(await title("a red fox")).toBe("100% sure, certain");
    expect(await title("low sun")).toBe("62% sure, likely");
    expect(await title("thin mist")).toBe("40% sure, doubtful");
    const ring = (text: string): Promise<string> =>
      page
        .getByRole("button", { name: `Details of ${text}`, exact: true })
        .locator("svg")
        .innerHTML();
    expect(await ring("low sun")).not.toBe(await ring("thin mist"));
    expect(await ring("low sun")).not.toBe(await ring("a red fox"));
    expect(await chip(page, "thin mist").textContent()).toBe("thin mistout");
    expect(await chip(page, "folk art").textContent()).toBe("folk artguess");
  });

  it("decides with the threshold what the prompts say; what is below can go in one step", async () => {
    const threshold = page.getByRole("slider", { name: "At least this sure" });
    await threshold.fill("0.65");
    await page.getByText("58 in the prompts, 2 out").waitFor();
    expect(await chip(page, "low sun").getAttribute("aria-label")).toContain("stays out");
    await page.getByRole("button", { name: "Drop all below" }).click();
    await page.getByText("58 in the prompts, 0 out").waitFor();
    expect(await chip(page, "low sun").count()).toBe(0);
    await threshold.fill("0.5");
    expect(await steps()).toContain("1 step");
    await undo();
    await page.getByText("59 in the prompts, 1 out").waitFor();
  });
});

describe("where a phrase comes from", () => {
  it("is said in words under the pointer and in the details", async () => {
    await chip(page, "low sun").hover();
    await page.getByText("low sun: 62% sure, likely. Measured: light (warm light from the left)").waitFor();
    await openDetails("thin mist");
    const evidence = details("thin mist").getByRole("list", { name: "Evidence" });
    expect(await evidence.textContent()).toBe("Measured: light: low contrast; score 0.42");
    await details("thin mist").getByText("Stays out of the prompts").waitFor();
  });

  it("offers other words for it and its contrary", async () => {
    await openDetails("wide negative space");
    await details("wide negative space").getByRole("heading", { name: "Swap for the contrary" }).waitFor();
    const contrary = details("wide negative space").getByRole("button", { name: "busy composition" });
    await contrary.click();
    expect((await phrase("busy composition")).row).toBe("composition");
    expect(await chip(page, "wide negative space").count()).toBe(0);
  });
});

describe("what is offered for the whole board", () => {
  const REPEATS = createBlueprint({
    frame: { width: 1216, height: 832 },
    terms: [
      { facet: "subject", text: "a red fox" },
      { facet: "detail", text: "a fox that is red", confidence: 0.55 },
      { facet: "lighting", text: "bright daylight", confidence: 0.9 },
      { facet: "lighting", text: "night scene", confidence: 0.6 },
      { facet: "quality", text: "masterpiece", confidence: 0.3 },
    ],
  });

  it("prunes what is chosen of a preview, as one step", async () => {
    await openBlueprint(page, REPEATS, `prune ${count}`);
    await page.getByRole("button", { name: "Prune", exact: true }).click();
    const preview = page.getByRole("region", { name: "What the board can do without" });
    const boxes = preview.getByRole("checkbox");
    await boxes.first().waitFor();
    const offered = await boxes.count();
    expect(offered).toBeGreaterThan(0);
    const before = (await expectInStep(page)).phrases.length;
    expect(before).toBe(5);
    await preview.getByRole("checkbox", { name: /masterpiece/u }).uncheck();
    const apply = preview.getByRole("button", { name: /^Apply / });
    const chosen = Number(/\d+/u.exec((await apply.textContent()) ?? "")?.[0]);
    expect(chosen).toBe(offered - 1);
    await preview.getByRole("checkbox", { name: /masterpiece/u }).check();
    await apply.click();
    expect(await chip(page, "masterpiece").count()).toBe(0);
    expect((await expectInStep(page)).phrases).toHaveLength(before - offered);
    expect(await steps()).toContain("1 step");
    await undo();
    expect((await expectInStep(page)).phrases).toHaveLength(before);
    await page.keyboard.press("Escape");
  });

  it("completes facets that nothing is said of", async () => {
    await openBlueprint(page, REPEATS, `complete ${count}`);
    await page.getByRole("button", { name: "Complete", exact: true }).click();
    const preview = page.getByRole("region", { name: "What nothing is said of" });
    const first = preview.getByRole("button", { name: /^Add .+ to medium$/u }).first();
    const words = (await first.getAttribute("aria-label"))?.replace(/^Add (.*) to medium$/u, "$1") ?? "";
    await first.click();
    expect(await textsIn("medium")).toEqual([words]);
    expect(await preview.getByRole("button", { name: / to medium$/u }).count()).toBe(0);
    await page.getByRole("button", { name: "Complete", exact: true }).click();
    await preview.waitFor({ state: "hidden" });
  });

  it("checks for contradictions, and shows what each change would do", async () => {
    await openBlueprint(page, REPEATS, `check ${count}`);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    const preview = page.getByRole("region", { name: "What to look at" });
    const night = preview.getByRole("checkbox", { name: /night scene/u });
    await night.waitFor();
    await night.check();
    for (const box of await preview.getByRole("checkbox").all()) {
      const isNight = await box.evaluate((each) =>
        each.closest("label")?.textContent?.includes("night scene"),
      );
      if (isNight !== true) await box.uncheck();
    }
    await preview.getByRole("button", { name: "Apply 1 change" }).click();
    expect(await textsIn("lighting")).toEqual(["bright daylight"]);
    await page.getByRole("button", { name: "Check", exact: true }).click();
  });

  it("excludes what is usually left out", async () => {
    await openBlueprint(page, REPEATS, `exclude ${count}`);
    await page.getByRole("group", { name: "Offers" }).getByRole("button", { name: "Exclude" }).click();
    const preview = page.getByRole("region", { name: "What could be left out of the picture" });
    await preview.getByRole("button", { name: "Marks and lettering" }).click();
    await preview.getByRole("checkbox", { name: /watermark/u }).waitFor();
    await preview.getByRole("button", { name: /^Apply \d+ changes$/u }).click();
    expect(await textsIn("excluded")).toContain("watermark");
    expect((await expectInStep(page)).negative).toContain("watermark");
    await page.getByRole("group", { name: "Offers" }).getByRole("button", { name: "Exclude" }).click();
  });
});

describe("the history", () => {
  it("is kept in words, is undone and redone, and is travelled by a click", async () => {
    const first = (await expectInStep(page)).prompt;
    const prompts = [first];
    for (const text of ["a crow", "homely", "eye level", "people"]) {
      await openDetails(text);
      await details(text).getByRole("button", { name: "Drop", exact: true }).click();
      prompts.push((await expectInStep(page)).prompt);
    }
    await page.getByRole("button", { name: "History: 4 steps" }).click();
    const list = page.getByRole("region", { name: "What was done" }).getByRole("list", { name: "Steps" });
    expect(await list.getByRole("button").allTextContents()).toEqual([
      'Drop "people" (subject)now',
      'Drop "eye level" (camera)',
      'Drop "homely" (atmosphere)',
      'Drop "a crow" (subject)',
      "As it came",
    ]);
    await list.getByRole("button", { name: 'Drop "a crow" (subject)' }).click();
    expect((await expectInStep(page)).prompt).toBe(prompts[1]);
    await list.getByRole("button", { name: "As it came" }).click();
    expect((await expectInStep(page)).prompt).toBe(first);
    const redo = page.getByRole("button", { name: /^Redo: / });
    while ((await redo.count()) > 0) await redo.click();
    expect((await expectInStep(page)).prompt).toBe(prompts[4]);
    for (const prompt of prompts.slice(0, 4).reverse()) {
      await undo();
      expect((await expectInStep(page)).prompt).toBe(prompt);
    }
    expect(await page.getByRole("banner").getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: /^History: / }).click();
  });
});
