import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boardsMenu } from "./support/boards-menu.js";
import { allArrived, boardShown, choose } from "./support/bring.js";
import type { Visit } from "./support/browser.js";
import { visit } from "./support/browser.js";
import { drop } from "./support/drop.js";
import { expectSound } from "./support/expect-sound.js";
import { holdDescribe } from "./support/hold-describe.js";
import { LOOKS } from "./support/looks.js";
import { repositoryFile } from "./support/pictures.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";

let server: StudioServer;

beforeAll(async () => {
  server = await startStudio();
});
afterAll(() => server.close());

describe.each(LOOKS)("the screens at $width pixels", (look) => {
  const narrow = look.width < 1024;
  let here: Visit;
  let page: Page;

  beforeAll(async () => {
    here = await visit(server.url, look);
    ({ page } = here);
  });
  afterAll(() => here.close());

  const go = async (screen: "Board" | "Blend" | "Style"): Promise<void> => {
    await page.getByRole("link", { name: screen, exact: true }).click();
  };
  /** On a small screen one part at a time is shown. */
  const part = async (name: string): Promise<void> => {
    if (narrow)
      await page
        .getByRole("navigation", { name: /^Parts of/u })
        .getByRole("button", { name })
        .click();
  };

  it("are sound while they are empty", async () => {
    await page.getByRole("heading", { level: 1, name: "A picture becomes a recipe" }).waitFor();
    await expectSound(page, "empty board");
    await page.getByLabel("Or the address of a picture on the web").fill("cat");
    await page.getByRole("button", { name: "Fetch" }).click();
    await page.getByText("This is not a web address.").waitFor();
    await expectSound(page, "a wrong address");
    await go("Blend");
    await page.getByText("No pictures to blend yet").waitFor();
    await expectSound(page, "empty blend");
    await go("Style");
    await page.getByText("No style yet").or(page.getByText("No board is open.")).first().waitFor();
    await expectSound(page, "empty style");
    await go("Board");
    expect(here.faults).toEqual([]);
  });

  it("are sound while pictures come, and where one fails", async () => {
    const letGo = await holdDescribe(page);
    const cut = (await repositoryFile("examples/metadata/a1111.png")).buffer.subarray(0, 2000);
    await drop(page, "main", {
      files: [
        { name: "cut.png", mimeType: "image/png", buffer: cut },
        ...(await Promise.all(
          [
            "sunset-silhouette.jpg",
            "flat-logo.png",
            "pixel-art.png",
            "sketch.png",
            "metadata/a1111.webp",
          ].map((name) => repositoryFile(`examples/${name}`)),
        )),
      ],
    });
    await page.getByRole("list", { name: "Stages" }).waitFor();
    await expectSound(page, "arriving");
    letGo();
    await page.getByRole("alert").waitFor();
    await page.getByRole("button", { name: "Take it as it was" }).waitFor();
    await expectSound(page, "failed");
    await page.getByRole("button", { name: "Remove" }).click();
    await allArrived(page);
    expect(here.faults).toEqual([]);
  });

  it("are sound on a board's picture, small and large, with all that is drawn over it", async () => {
    await choose(page, "sunset-silhouette.jpg");
    await part("Picture");
    for (const name of ["Thirds", "Attention", "Subject", "Horizon", "Light"]) {
      await page.getByRole("button", { name, exact: true }).click();
    }
    await page
      .getByRole("list", { name: "Overlays in words" })
      .getByText(/^Light/u)
      .waitFor();
    await expectSound(page, "picture pane with overlays");
    await page.getByRole("button", { name: "Larger view" }).click();
    const dialog = page.getByRole("dialog", { name: "sunset-silhouette.jpg" });
    await dialog.waitFor();
    await expectSound(page, "larger view");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await choose(page, "a1111.webp");
    await part("Picture");
    await page.getByRole("region", { name: "This file carries its prompt" }).waitFor();
    await page.getByRole("button", { name: /^Figures/u }).click();
    await page.getByRole("button", { name: "Copy all as JSON" }).waitFor();
    await expectSound(page, "what the file carries, figures");
    expect(here.faults).toEqual([]);
  });

  it("are sound on a blend of five and of two", async () => {
    await go("Blend");
    await page.getByRole("list", { name: "Pictures to blend" }).waitFor();
    await expectSound(page, "blend of five");
    await page.getByText("By weight").click();
    await page.getByRole("slider", { name: "Weight of E" }).waitFor();
    await expectSound(page, "blend by weight");
    for (const letter of ["E", "D", "A"]) {
      await page.getByRole("button", { name: new RegExp(`^Leave out ${letter}, `, "u") }).click();
    }
    await page.getByText("By facets").click();
    await expectSound(page, "blend of two");
    await part("Result");
    await page.getByRole("region", { name: "Prompt text" }).waitFor();
    await expectSound(page, "result of a blend");
    expect(here.faults).toEqual([]);
  });

  it("are sound on a style of five, of three, and on its recipe", async () => {
    await go("Style");
    await page.getByRole("list", { name: "References" }).waitFor();
    await expectSound(page, "references");
    for (const name of ["flat-logo.png", "pixel-art.png"])
      await page.getByRole("checkbox", { name }).uncheck();
    await page.getByText("3 of 5 chosen").waitFor();
    await part("Style");
    await page.getByRole("region", { name: "Consensus" }).waitFor();
    await expectSound(page, "style of three");
    await part("Recipe");
    await page.getByRole("button", { name: "Save recipe" }).click();
    await page.getByRole("list", { name: "Kept recipes" }).waitFor();
    await page.getByRole("region", { name: "Fill" }).getByLabel("Subject").fill("a tin lantern");
    await page.getByLabel("Sets of values").fill("a heron\na fox");
    await page.getByText("2 prompts").waitFor();
    await expectSound(page, "recipe");
    expect(here.faults).toEqual([]);
  });

  it("are sound with the menu of boards, the dialog that brings more, and the one that renames", async () => {
    await go("Style");
    await page.getByRole("button", { name: "Boards", exact: true }).click();
    await page.getByRole("menu").waitFor();
    await expectSound(page, "boards menu");
    await page.getByRole("menuitem", { name: "New board" }).click();
    const dialog = page.getByRole("dialog", { name: "New board" });
    await dialog.waitFor();
    await expectSound(page, "bring dialog");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await boardsMenu(page, "Rename");
    await page.getByRole("dialog", { name: "Rename the board" }).waitFor();
    await expectSound(page, "rename dialog");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await go("Board");
    await boardShown(page, "a1111.webp");
    expect(here.faults).toEqual([]);
  });
});
