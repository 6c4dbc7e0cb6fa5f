import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { visit } from "./support/browser.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";
import { axeFindings, layoutShift, overflow } from "./support/soundness.js";

let studio: StudioServer;

beforeAll(async () => {
  studio = await startStudio();
});

afterAll(() => studio.close());

const LOOKS = [360, 390, 1280, 1920, 2560].flatMap((width) =>
  (["light", "dark"] as const).map((theme) => ({ width, height: width < 800 ? 844 : 1000, theme })),
);

describe("the first page", () => {
  it.each(LOOKS)("is sound at $width px, $theme", async (look) => {
    const { page, faults, close } = await visit(studio.url, look);
    try {
      await page.getByRole("button", { name: "Choose files" }).waitFor();
      expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe(look.theme);
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(await layoutShift(page)).toBeLessThan(0.02);
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  });

  it("names what is bundled into it, with the licences", async () => {
    const notices = await (await fetch(`${studio.url}/third-party.txt`)).text();
    for (const name of ["react-dom", "@base-ui/react", "@fontsource-variable/inter", "zustand"]) {
      expect(notices).toContain(`${name} `);
    }
    expect(notices).toContain("SIL OPEN FONT LICENSE");
  });
});
