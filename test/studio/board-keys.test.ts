import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHANGE, FIELD, GO, MOVE } from "./support/board-key-proofs.js";
import type { Visit } from "./support/browser.js";
import { visit } from "./support/browser.js";
import { expectInStep } from "./support/expect-in-step.js";
import {
  at,
  boardName,
  expectHere,
  goTo,
  phrase,
  press,
  proofs,
  proves,
  run,
  tabTo,
  tabToBoard,
} from "./support/keyboard.js";
import { openBlueprint } from "./support/open-blueprint.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";
import { sixtyPhrases } from "./support/sixty-phrases.js";

let server: StudioServer;
let opened: Visit;
let page: Page;

beforeAll(async () => {
  server = await startStudio();
  opened = await visit(server.url, { width: 1280, height: 800, theme: "light" });
  page = opened.page;
  at.page = page;
});

afterAll(async () => {
  await opened.close();
  await server.close();
});

const EVERYWHERE = "Everywhere";

proves(EVERYWHERE, "Ctrl+Z", async () => {
  await goTo("a stone well");
  const { prompt } = await expectInStep(page);
  await press("]");
  await press("Ctrl+Z");
  expect((await expectInStep(page)).prompt).toBe(prompt);
});
for (const keys of ["Ctrl+Shift+Z", "Ctrl+Y"]) {
  proves(EVERYWHERE, keys, async () => {
    await goTo("a stone well");
    await press("]");
    const { prompt } = await expectInStep(page);
    await press("Ctrl+Z");
    await press(keys);
    expect((await expectInStep(page)).prompt).toBe(prompt);
    await press("Ctrl+Z");
  });
}
proves(EVERYWHERE, "?", async () => {
  await press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await press("Escape");
  await page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "hidden" });
});

const PROMPT = "The prompt";

async function goToPrompt(): Promise<void> {
  for (let step = 0; step < 90 && (await run()) === null; step++) await page.keyboard.press("Tab");
  await press("Home");
}

proves(PROMPT, "→", async () => {
  await goToPrompt();
  await press("→");
  expect(await run()).toBe("two lanterns");
});
proves(PROMPT, "←", async () => {
  await goToPrompt();
  await press("→");
  await press("←");
  expect(await run()).toBe("a red fox");
});
proves(PROMPT, "End", async () => {
  await goToPrompt();
  const { runs } = await expectInStep(page);
  await press("End");
  expect(await run()).toBe(runs.at(-1)?.text);
});
proves(PROMPT, "Home", async () => {
  await goToPrompt();
  await press("End");
  await press("Home");
  expect(await run()).toBe("a red fox");
});
proves(PROMPT, "Enter", async () => {
  await goToPrompt();
  await press("→");
  await press("Enter");
  await expectHere("two lanterns");
});
proves(PROMPT, "C", async () => {
  await goToPrompt();
  await press("C");
  const { prompt } = await expectInStep(page);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(prompt);
});

proves(EVERYWHERE, "Ctrl+V", async () => {
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    "a paper boat on a pond, (soft light:1.2), ink drawing",
  );
  await goTo("a red fox");
  await press("Ctrl+V");
  await expect.poll(boardName).toContain("a paper boat");
  await page.locator("[data-board]").waitFor();
  expect((await phrase("soft light")).weight).toBe(1.2);
});
proves(EVERYWHERE, "Ctrl+Enter", async () => {
  await tabTo(page.getByRole("button", { name: "New board" }), "Shift+Tab");
  await press("Enter");
  const field = page.getByRole("dialog").getByLabel("Or paste a prompt");
  await field.waitFor();
  await tabTo(field);
  await page.keyboard.type("a tin robot, studio lighting");
  await press("Ctrl+Enter");
  await expect.poll(boardName).toContain("a tin robot");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});

const STRIP = "The strip of boards";

async function goToStrip(): Promise<void> {
  const boards = page.getByRole("navigation", { name: "Open boards" });
  await tabTo(boards.getByRole("button", { name: /^(?:sixty|a paper boat|a tin robot)/u }), "Shift+Tab");
}

async function movesTo(keys: string, name: RegExp): Promise<void> {
  await press(keys);
  await expect.poll(boardName).toMatch(name);
}

proves(STRIP, "Home", async () => {
  await goToStrip();
  await movesTo("Home", /^sixty/u);
});
proves(STRIP, "→", async () => {
  await goToStrip();
  await movesTo("→", /^a paper boat/u);
});
proves(STRIP, "←", async () => {
  await goToStrip();
  await movesTo("←", /^sixty/u);
});
proves(STRIP, "End", async () => {
  await goToStrip();
  await movesTo("End", /^a tin robot/u);
});
proves(STRIP, "Delete", async () => {
  await goToStrip();
  await movesTo("Delete", /^a paper boat/u);
});

const PICTURE = "On the picture: show or hide";

for (const [keys, name] of [
  ["1", "Thirds"],
  ["2", "Attention"],
  ["3", "Subject"],
  ["4", "Horizon"],
  ["5", "Light"],
] as const) {
  proves(PICTURE, keys, async () => {
    const toggle = page
      .getByRole("group", { name: "Overlays on the picture" })
      .getByRole("button", { name, exact: true });
    expect(await toggle.getAttribute("aria-disabled")).toBe("false");
    await press(keys);
    await expect.poll(() => toggle.getAttribute("aria-pressed")).toBe("true");
    await press(keys);
    await expect.poll(() => toggle.getAttribute("aria-pressed")).toBe("false");
  });
}

async function map(): Promise<readonly string[]> {
  await press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await dialog.waitFor();
  const listed = await dialog.locator("section").evaluateAll((sections) =>
    sections.flatMap((section) =>
      [...section.querySelectorAll("dt")].map((keys) => {
        const caps = [...keys.querySelectorAll("kbd")].map((cap) => cap.textContent ?? "");
        return `${section.querySelector("h3")?.textContent ?? ""}: ${caps.join("+")}`;
      }),
    ),
  );
  await press("Escape");
  await dialog.waitFor({ state: "hidden" });
  return listed;
}

describe("the board by keyboard alone", () => {
  it("is reached by Tab, and its prompt's target is chosen without a pointer", async () => {
    await openBlueprint(page, sixtyPhrases(), "sixty");
    await tabTo(page.getByRole("button", { name: "More targets" }));
    await press("Enter");
    await page.getByRole("searchbox", { name: "Find a target" }).waitFor();
    await page.keyboard.type("sd35");
    await page.getByRole("dialog", { name: "Targets" }).getByText("Stable Diffusion 3.5").first().waitFor();
    await press("Enter");
    await page.getByRole("tab", { name: "sd35", selected: true }).waitFor();
    await page.evaluate(() => document.getElementById("main")?.focus());
    await tabToBoard();
    await expectHere("a red fox");
    await expectInStep(page);
  });

  describe.each([GO, CHANGE, MOVE, FIELD, PROMPT, EVERYWHERE, STRIP])("%s", (group) => {
    it.each([...proofs].filter(([name]) => name.startsWith(`${group}: `)))("%s", async (_name, proof) => {
      await proof();
      if (group !== STRIP) await expectInStep(page);
      expect(opened.faults).toEqual([]);
    });
  });

  it("opens an example, whose picture's keys work too", async () => {
    await tabTo(page.getByRole("button", { name: "New board" }), "Shift+Tab");
    await press("Enter");
    await page.getByRole("dialog").waitFor();
    await tabTo(page.getByRole("button", { name: "Misty lake" }));
    await press("Enter");
    await expect.poll(boardName, { timeout: 60_000 }).toBe("misty-lake.jpg");
    await page.locator("[data-board]").waitFor();
    for (const [name, proof] of proofs) if (name.startsWith(`${PICTURE}: `)) await proof();
    expect(opened.faults).toEqual([]);
  });

  it("is mapped: the map lists every key that works, and no other", async () => {
    const wheel = `${CHANGE}: Ctrl+Wheel`;
    expect([...(await map())].sort()).toEqual([...proofs.keys(), wheel].sort());
    expect(opened.faults).toEqual([]);
  });
});
