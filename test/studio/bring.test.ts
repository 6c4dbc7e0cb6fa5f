import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allArrived, boardShown, bring, choose, strip } from "./support/bring.js";
import type { Visit } from "./support/browser.js";
import { visit } from "./support/browser.js";
import { drop } from "./support/drop.js";
import { holdDescribe } from "./support/hold-describe.js";
import { DESK } from "./support/looks.js";
import { oneOfEachKind, repositoryFile } from "./support/pictures.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";
import { watch } from "./support/watch.js";

let server: StudioServer;
let here: Visit;
let page: Page;

beforeAll(async () => {
  server = await startStudio();
});
afterAll(() => server.close());
beforeEach(async () => {
  here = await visit(server.url, DESK);
  ({ page } = here);
  await page.getByRole("heading", { level: 1, name: "A picture becomes a recipe" }).waitFor();
});
afterEach(() => here.close());

const thumbnails = (): Promise<readonly boolean[]> =>
  page
    .getByRole("navigation", { name: "Open boards" })
    .locator("img")
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth > 0));

describe("files from the picker", () => {
  it("become boards in their order, of every kind of picture, with thumbnails at once", async () => {
    const files = await oneOfEachKind();
    const letGo = await holdDescribe(page);
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).click();
    const chooser = await choosing;
    expect(chooser.isMultiple()).toBe(true);
    await chooser.setFiles([...files]);
    const names = files.map(({ name }) => name);
    // Before the server has said a word; what a browser cannot draw waits for the server's preview.
    await expect.poll(thumbnails).toEqual(Array(7).fill(true));
    expect(await strip(page)).toEqual(
      names.map((name, at) => `${name}, ${at < 2 ? "Reading the file" : "Waiting for its turn"}`),
    );
    letGo();
    await allArrived(page);
    expect(await strip(page)).toEqual(names);
    expect(await thumbnails()).toEqual(Array(9).fill(true));
    const facts: string[] = [];
    for (const name of names) {
      await choose(page, name);
      const told = await page
        .getByRole("list", { name: "About the picture" })
        .getByRole("listitem")
        .allTextContents();
      facts.push(`${told.at(0)} ${told.at(-1)}`);
    }
    expect(facts).toEqual([
      "1200 × 800 px JPEG",
      "336 × 192 px PNG",
      "336 × 192 px WEBP",
      "96 × 64 px AVIF",
      "96 × 64 px HEIC",
      "96 × 64 px GIF",
      "96 × 64 px TIFF",
      "96 × 64 px BMP",
      "200 × 100 px SVG",
    ]);
    expect(await page.title()).toBe("imprompt studio");
    expect(here.faults).toEqual([]);
  });

  it("go through stages that are told as they come, and show what was found by then", async () => {
    const stages = await watch(page, '[aria-label="Stages"] [aria-current="step"]');
    const screens = await watch(page, "main");
    await bring(page, "examples/neon-street.jpg");
    await boardShown(page, "neon-street.jpg");
    const all = ["Reading the file", "Decoding", "Measuring", "Putting the recipe together"];
    const seen = await stages();
    expect(all.filter((stage) => seen.includes(stage))).toEqual(seen);
    expect(seen).toContain("Measuring");
    const measuring = (await screens()).findLast((text) => text.includes("Cancel")) ?? "";
    expect(measuring).toContain("no prompt inside");
    expect(measuring).toContain("1344 × 768, JPEG");
    expect(here.faults).toEqual([]);
  });

  it("are left out again with Cancel, which ends the work on them", async () => {
    await holdDescribe(page);
    await bring(page, "examples/sketch.png", "examples/flat-logo.png");
    const ended = page.waitForEvent("requestfailed");
    await page.getByRole("button", { name: "Cancel", exact: true }).click();
    expect((await ended).url()).toContain("/api/v1/describe");
    await page.getByRole("heading", { level: 1, name: "flat-logo.png" }).waitFor();
    await page.getByRole("button", { name: "Cancel", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "A picture becomes a recipe" }).waitFor();
  });
});

const CARRIED =
  "a lone cyclist with a clear umbrella, rain-slicked neon street at night, wet reflections, cinematic";

describe("what the file itself carries", () => {
  it("is shown before anything is measured, and taken as it was with one click", async () => {
    const screens = await watch(page, "main");
    await bring(page, "examples/metadata/a1111.webp");
    await page.getByRole("button", { name: "Take it as it was" }).click();
    await boardShown(page, "a1111.webp, as it was");
    const first = (await screens()).find((text) => text.includes("This file carries its prompt")) ?? "";
    expect(first).toContain("Putting the recipe together"); // the stages still stand beside it
    expect(first).toContain(CARRIED);
    await allArrived(page);
    expect(await strip(page)).toEqual(["a1111.webp", "a1111.webp, as it was"]);
    const chips = await page.locator("[data-chip]").allTextContents();
    expect(chips.filter((text) => CARRIED.includes(text)).join(", ").length).toBe(CARRIED.length);
    await page.getByRole("tab", { name: "sdxl" }).click();
    const prompt = page.getByRole("region", { name: "Prompt", exact: true });
    await expect.poll(() => prompt.innerText()).toContain("a lone cyclist with a clear umbrella");
    await page.getByRole("button", { name: "Parameters" }).click();
    await expect.poll(() => page.getByRole("spinbutton", { name: /^Steps/u }).inputValue()).toBe("28");
    expect(here.faults).toEqual([]);
  });

  it("tells the tool, the place, the negative prompt and the settings, and is copied to the letter", async () => {
    await bring(page, "examples/metadata/a1111.webp");
    await boardShown(page, "a1111.webp");
    const card = page.getByRole("region", { name: "This file carries its prompt" });
    const text = await card.innerText();
    for (const said of [
      "A1111 web UI wrote it",
      "blurry, watermark, text",
      "20261121",
      "DPM++ 2M",
      "1344 × 768",
    ]) {
      expect(text).toContain(said);
    }
    await card.getByRole("button", { name: "Copy the prompt" }).click();
    await card.getByText("Copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CARRIED);
    expect(here.faults).toEqual([]);
  });
});

describe("drag and drop", () => {
  it("takes several files anywhere on the page, and says so while they are dragged", async () => {
    const files = [
      await repositoryFile("examples/flat-logo.png"),
      await repositoryFile("examples/pixel-art.png"),
    ];
    await drop(page, "header", { files }, async () => {
      await page.getByText("Drop to bring it here").waitFor();
    });
    await page.getByText("Drop to bring it here").waitFor({ state: "detached" });
    await allArrived(page);
    expect(await strip(page)).toEqual(["flat-logo.png", "pixel-art.png"]);
    await drop(page, "[data-chip]", { files: [await repositoryFile("examples/misty-lake.jpg")] });
    await boardShown(page, "misty-lake.jpg");
    expect(here.faults).toEqual([]);
  });

  it("tells what is neither a picture nor a board, and takes the rest", async () => {
    const letter = { name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
    await drop(page, "main", { files: [letter, await repositoryFile("examples/pixel-art.png")] });
    await page.getByText("letter.pdf: neither a picture nor a board.").waitFor();
    await boardShown(page, "pixel-art.png");
    expect(here.faults).toEqual([]);
  });

  it("takes the address of a picture that is dragged from another page", async () => {
    await drop(page, "main", { address: "http://192.168.0.1/cat.png" });
    await page.getByRole("heading", { level: 1, name: "cat.png" }).waitFor();
    await page.getByRole("alert").waitFor();
  });
});

describe("pasting", () => {
  it("takes a picture from the clipboard", async () => {
    const { buffer } = await repositoryFile("examples/pixel-art.png");
    await page.evaluate(async (text) => {
      const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      await navigator.clipboard.write([
        new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) }),
      ]);
    }, buffer.toString("base64"));
    await page.keyboard.press("Control+V");
    await boardShown(page, "Pasted picture.png");
    expect(here.faults).toEqual([]);
  });

  it("takes a prompt's text as a board of its own", async () => {
    await page.evaluate(() =>
      navigator.clipboard.writeText("a paper boat on a puddle, golden hour, 35mm film --ar 3:2 --no people"),
    );
    await page.keyboard.press("Control+V");
    await boardShown(page, "a paper boat on a puddle, golden hour, 35mm…");
    const chips = await page.locator("[data-chip]").allTextContents();
    expect(chips).toEqual(expect.arrayContaining(["a paper boat", "golden hour", "35mm film", "people"]));
    expect(here.faults).toEqual([]);
  });

  it("takes an address, and leaves to a field what is pasted into it", async () => {
    await page.evaluate(() => navigator.clipboard.writeText("http://127.0.0.1:9/cat.png"));
    const box = page.getByLabel("Or paste a prompt");
    await box.focus();
    await page.keyboard.press("Control+V");
    await expect.poll(() => box.inputValue()).toBe("http://127.0.0.1:9/cat.png");
    await page.getByRole("heading", { level: 1, name: "A picture becomes a recipe" }).click();
    await page.keyboard.press("Control+V");
    await page.getByRole("heading", { level: 1, name: "cat.png" }).waitFor();
    await page.getByRole("alert").waitFor();
  });
});

describe("an address", () => {
  it("of this machine's own network is refused with a sentence", async () => {
    const field = page.getByLabel("Or the address of a picture on the web");
    await field.fill("http://169.254.169.254/latest/cat.png");
    await page.getByRole("button", { name: "Fetch" }).click();
    const told = page.getByRole("alert");
    await told.waitFor();
    const said = await told.innerText();
    expect(said).toContain("This address does not lead to a public web server.");
    expect(said).toContain("from a private network, save the picture and upload the file");
    await told.getByRole("button", { name: "Remove" }).click();
    await page.getByRole("heading", { level: 1, name: "A picture becomes a recipe" }).waitFor();
  });

  it("that is none is told beside the field", async () => {
    const field = page.getByLabel("Or the address of a picture on the web");
    await field.fill("cat picture");
    await field.press("Enter");
    await page.getByText("This is not a web address. It begins with https:// or http://.").waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(here.faults).toEqual([]);
  });
});

describe("a prompt typed into the page", () => {
  it("says how it is read, and becomes a board", async () => {
    const box = page.getByLabel("Or paste a prompt");
    await box.fill("masterpiece, (red fox:1.3), forest, <lora:ink:0.7>");
    await page.getByText(/^Reads as .*% sure/u).waitFor();
    await box.press("Control+Enter");
    await page.locator("[data-chip]").first().waitFor();
    expect((await page.locator("[data-chip]").allTextContents()).join("|")).toContain("red fox");
    expect(here.faults).toEqual([]);
  });
});

describe("the examples", () => {
  it("go to the server as any picture, from the empty page and from the dialog", async () => {
    await page.getByRole("button", { name: "Misty lake" }).click();
    await boardShown(page, "misty-lake.jpg");
    await page.getByRole("button", { name: "Boards", exact: true }).click();
    await page.getByRole("menuitem", { name: "New board" }).click();
    const dialog = page.getByRole("dialog", { name: "New board" });
    await dialog.getByRole("button", { name: "Prompt inside" }).click();
    await dialog.waitFor({ state: "detached" });
    await boardShown(page, "a1111.webp");
    expect(await strip(page)).toEqual(["misty-lake.jpg", "a1111.webp"]);
    expect(here.faults).toEqual([]);
  });
});
