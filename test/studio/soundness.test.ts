import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBlueprint } from "../../src/core.js";
import type { Look } from "./support/browser.js";
import { visit } from "./support/browser.js";
import { chip } from "./support/chip.js";
import { expectSound } from "./support/expect-sound.js";
import { openBlueprint } from "./support/open-blueprint.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";
import { sixtyPhrases } from "./support/sixty-phrases.js";
import { axeFindings, layoutShift, overflow } from "./support/soundness.js";

let server: StudioServer;

beforeAll(async () => {
  server = await startStudio();
});

afterAll(() => server.close());

const FIVE = createBlueprint({
  frame: { width: 832, height: 1216 },
  terms: [
    { facet: "subject", text: "a red fox", weight: 1.3 },
    {
      facet: "setting",
      text: "an unusually long phrase that says where all of this is to be seen, in one breath",
    },
    { facet: "lighting", text: "soft light", confidence: 0.3 },
    { facet: "style", text: "folk art", hypothesis: true, confidence: 0.6 },
    { facet: "detail", text: "blurry", polarity: "exclude" },
  ],
});

const LOOKS: readonly Look[] = [
  { width: 360, height: 740, theme: "light", touch: true },
  { width: 390, height: 844, theme: "light", touch: true },
  { width: 1280, height: 800, theme: "light" },
  { width: 1920, height: 1080, theme: "light" },
  { width: 2560, height: 1440, theme: "light" },
];

type Part = "Picture" | "Blueprint" | "Prompt";

/** On small screens one part of the board is shown at a time. */
async function show(page: Page, part: Part): Promise<void> {
  const bar = page.getByRole("navigation", { name: "Parts of the board" });
  if (await bar.isVisible()) await bar.getByRole("button", { name: part }).click();
}

interface Opened {
  readonly what: string;
  readonly part: Part;
  /** What is looked through: the rest of the page is as it was. */
  readonly within: string;
  readonly open: (page: Page) => Promise<void>;
  readonly close: (page: Page) => Promise<void>;
}

const DIALOG = '[role="dialog"]';
const ESCAPE = (page: Page): Promise<void> => page.keyboard.press("Escape");

function button(name: string | RegExp): (page: Page) => Promise<void> {
  return (page) =>
    page
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
      .click();
}

function dialog(what: string, part: Part, open: (page: Page) => Promise<void>): Opened {
  return { what, part, within: DIALOG, open, close: ESCAPE };
}

function offer(name: string | RegExp): Opened {
  const press = async (page: Page): Promise<void> => {
    await page.getByRole("group", { name: "Offers" }).getByRole("button", { name }).click();
  };
  return {
    what: `${String(name)}, offered`,
    part: "Blueprint",
    within: "section:has(> h2)",
    open: press,
    close: press,
  };
}

function section(title: string): Opened {
  const press = button(new RegExp(`^${title}`, "u"));
  return { what: `${title}, opened`, part: "Prompt", within: '[role="tabpanel"]', open: press, close: press };
}

function menu(name: string, part: Part): Opened {
  return { what: `the menu of ${name}`, part, within: '[role="menu"]', open: button(name), close: ESCAPE };
}

const BOARD = "[data-board]";

const STATES: readonly Opened[] = [
  dialog("the details of a phrase", "Blueprint", button("Details of low sun")),
  {
    what: "a phrase that is edited",
    part: "Blueprint",
    within: BOARD,
    open: async (page) => {
      await chip(page, "two lanterns").focus();
      await page.keyboard.press("Enter");
    },
    close: ESCAPE,
  },
  {
    what: "the question whether a phrase shall go",
    part: "Blueprint",
    within: BOARD,
    open: async (page) => {
      await chip(page, "two lanterns").focus();
      for (const key of ["Enter", "Backspace", "Enter"]) await page.keyboard.press(key);
      await page.getByText("Drop “two lanterns”?").waitFor();
    },
    close: button("Keep"),
  },
  {
    what: "a phrase that is added, with suggestions",
    part: "Blueprint",
    within: BOARD,
    open: async (page) => {
      await button("Add to Lighting & Atmosphere")(page);
      await page.getByRole("combobox", { name: "Add to Lighting & Atmosphere" }).fill("gol");
      await page.getByRole("listbox").waitFor();
    },
    close: ESCAPE,
  },
  offer("Prune"),
  offer("Complete"),
  offer("Check"),
  offer("Exclude"),
  offer(/^History/u),
  dialog("the finder of targets", "Prompt", button("More targets")),
  section("Parameters"),
  section("Variations"),
  section("About"),
  dialog("the comparison", "Prompt", button("Compare targets")),
  {
    ...dialog("the dialog to paste into", "Prompt", async (page) => {
      await button("Paste a prompt")(page);
      const field = page.getByRole("textbox", { name: "Pasted prompt" });
      await field.fill("a lighthouse, (storm clouds:1.3), unknown <lora:x:1> --ar 3:2");
      await page.getByRole("button", { name: "Put on a new board" }).waitFor();
    }),
  },
  {
    ...dialog("a translation", "Prompt", async (page) => {
      await button("Paste a prompt")(page);
      await page.getByRole("textbox", { name: "Pasted prompt" }).fill("a lighthouse, (storm clouds:1.3)");
      await page.getByRole("tab", { name: "Translate" }).click();
      await page.getByRole("heading", { name: "midjourney", level: 3 }).waitFor();
    }),
  },
  menu("Export prompts", "Prompt"),
  menu("Boards", "Blueprint"),
  dialog("the map of keys", "Blueprint", async (page) => {
    await chip(page, "a red fox").focus();
    await page.keyboard.press("?");
  }),
  dialog("the ways in", "Blueprint", async (page) => {
    await button("Boards")(page);
    await page.getByRole("menuitem", { name: "New board" }).click();
  }),
  dialog("the renaming", "Blueprint", async (page) => {
    await button("Boards")(page);
    await page.getByRole("menuitem", { name: "Rename" }).click();
  }),
];

/**
 * Where axe looks through what is open, and in which theme: colors do not hang on the width, nor anything else on the
 * theme.
 */
const LOOKED_THROUGH: { readonly [width: number]: "light" | "dark" } = { 390: "dark", 1280: "light" };

describe.each(LOOKS)("the board at $width px", (look) => {
  it("is sound with five phrases and with sixty, and with whatever is open on it", async () => {
    const { page, faults, close } = await visit(server.url, look);
    try {
      page.setDefaultTimeout(10_000);
      await openBlueprint(page, FIVE, "five");
      const parts: readonly Part[] = look.width < 1024 ? ["Picture", "Prompt", "Blueprint"] : ["Blueprint"];
      for (const part of parts) {
        await show(page, part);
        await expectSound(page, `five phrases, ${part}`);
      }
      await openBlueprint(page, sixtyPhrases(), "sixty");
      for (const part of parts.slice(-2)) {
        await show(page, part);
        await expectSound(page, `sixty phrases, ${part}`);
      }
      const theme = LOOKED_THROUGH[look.width];
      await page.emulateMedia({ colorScheme: theme ?? "light", reducedMotion: "reduce" });
      for (const { what, part, within, open, close: shut } of STATES) {
        await show(page, part);
        await open(page);
        await page.locator(within).first().waitFor();
        if (theme !== undefined) expect(await axeFindings(page, [], within), `${what}, ${theme}`).toEqual([]);
        // Until it has found its place beside what opens it.
        await expect.poll(() => overflow(page), { message: `${what}: wider than the window` }).toBe(0);
        await shut(page);
        if (within === DIALOG || within === '[role="menu"]') {
          await page.locator(within).first().waitFor({ state: "detached" });
        }
      }
      expect(await layoutShift(page)).toBeLessThan(0.02);
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  });
});

describe("motion and focus", () => {
  /** Elements that would move for longer than a moment. */
  function moving(page: Page): Promise<number> {
    return page.evaluate(() => {
      const seconds = (text: string): number =>
        Math.max(...text.split(",").map((each) => Number.parseFloat(each)));
      return [...document.querySelectorAll("*")].filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return seconds(transitionDuration) > 0.01 || seconds(animationDuration) > 0.01;
      }).length;
    });
  }

  it("moves nothing where motion is to be reduced", async () => {
    const { page, faults, close } = await visit(server.url, { width: 1280, height: 800, theme: "light" });
    try {
      await openBlueprint(page, sixtyPhrases(), "sixty");
      await button("Details of low sun")(page);
      await page.getByRole("dialog").waitFor();
      await page.emulateMedia({ reducedMotion: "no-preference" });
      expect(await moving(page)).toBeGreaterThan(0);
      await page.emulateMedia({ reducedMotion: "reduce" });
      expect(await moving(page)).toBe(0);
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  });

  it.each(["none", "active"] as const)(
    "shows where the keyboard is, forced colors %s",
    async (forcedColors) => {
      const { page, faults, close } = await visit(server.url, { width: 1280, height: 800, theme: "light" });
      try {
        await page.emulateMedia({ forcedColors });
        await openBlueprint(page, FIVE, "five");
        const seen = new Set<string>();
        for (let stop = 0; stop < 45; stop++) {
          await page.keyboard.press("Tab");
          const at = await page.evaluate(() => {
            const element = document.activeElement;
            if (element === null || element === document.body) return null;
            const shown = [element, element.closest("[data-frame]")].flatMap((each) =>
              each === null ? [] : [each],
            );
            const isShown = shown.some((each) => {
              const { outlineStyle, outlineWidth } = getComputedStyle(each);
              return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
            });
            return { name: element.getAttribute("aria-label") ?? element.textContent ?? "", isShown };
          });
          if (at === null) continue;
          seen.add(at.name);
          expect(at.isShown, at.name).toBe(true);
        }
        expect(seen.size).toBeGreaterThan(20);
        expect(faults).toEqual([]);
      } finally {
        await close();
      }
    },
  );
});
