import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { allArrived, boardShown, bring, choose, strip, tile } from "./support/bring.js";
import type { Visit } from "./support/browser.js";
import { visit } from "./support/browser.js";
import { drop } from "./support/drop.js";
import { DESK } from "./support/looks.js";
import { repositoryFile } from "./support/pictures.js";
import type { StudioServer } from "./support/server.js";
import { startStudio } from "./support/server.js";

const TOKEN = "token-of-the-studio-tests";

let small: StudioServer;
let here: Visit;

async function open(url: string, path = "/"): Promise<Page> {
  here = await visit(url, DESK, path);
  await here.page.getByRole("heading", { level: 1, name: "A picture becomes a recipe" }).waitFor();
  return here.page;
}

async function told(page: Page): Promise<string> {
  const alert = page.getByRole("alert");
  await alert.waitFor();
  return alert.innerText();
}

/** What the browser itself notes of an answer that is no success, or of none. */
function own(faults: readonly string[]): readonly string[] {
  return faults.filter((fault) => !/^console: Failed to load resource|net::ERR/u.test(fault));
}

beforeAll(async () => {
  small = await startStudio(["--max-bytes", "100KB"]);
});
afterAll(() => small.close());
afterEach(() => here.close());

describe("a file that is no picture", () => {
  it("is told in a sentence with what to do, tried again, and removed", async () => {
    const page = await open(small.url);
    await drop(page, "main", {
      files: [
        { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("milk, bread, two lemons") },
        await repositoryFile("examples/pixel-art.png"),
      ],
    });
    const before = await told(page);
    expect(before).toContain("This is plain text, which imprompt does not read.");
    expect(before).toContain("JPEG, PNG, WebP, AVIF, HEIC, GIF, TIFF, BMP and SVG");
    await allArrived(page);
    expect(await strip(page)).toEqual(["notes.png, Failed", "pixel-art.png"]);
    await page.getByRole("button", { name: "Retry" }).click();
    await page.getByRole("list", { name: "Stages" }).or(page.getByRole("alert")).waitFor();
    expect(await told(page)).toBe(before);
    await page.getByRole("button", { name: "Remove" }).click();
    await boardShown(page, "pixel-art.png");
    expect(own(here.faults)).toEqual([]);
  });

  it("is told of an empty file, and of one that is cut off, whose prompt is saved all the same", async () => {
    const page = await open(small.url);
    await drop(page, "main", {
      files: [{ name: "empty.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(0) }],
    });
    expect(await told(page)).toContain("The file is empty.");
    await page.getByRole("button", { name: "Remove" }).click();
    const { buffer } = await repositoryFile("examples/metadata/a1111.png");
    await drop(page, "main", {
      files: [{ name: "cut.png", mimeType: "image/png", buffer: buffer.subarray(0, 2000) }],
    });
    expect(await told(page)).toContain("This PNG is damaged and cannot be decoded.");
    await page.getByRole("button", { name: "Take it as it was" }).click();
    await boardShown(page, "cut.png, as it was");
    expect(own(here.faults)).toEqual([]);
  });
});

it("says of a file that is too large how large it may be", async () => {
  const page = await open(small.url);
  await bring(page, "examples/neon-street.jpg");
  expect(await told(page)).toContain("The request is larger than 100000 bytes.");
  await page.getByRole("button", { name: "Retry" }).waitFor();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("heading", { level: 1, name: "A picture becomes a recipe" }).waitFor();
  expect(own(here.faults)).toEqual([]);
});

/** Waits until the page has fetched every script that it names, also those that it has not used. */
async function complete(page: Page): Promise<void> {
  const missing = (): Promise<readonly string[]> =>
    page.evaluate(() => {
      const fetched = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
      const named = document.querySelector<HTMLMetaElement>('meta[name="scripts"]')?.content.split(" ") ?? [
        "none",
      ];
      return named.filter((each) => !fetched.includes(each));
    });
  await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
}

describe("a server that is gone", () => {
  it("in the middle of the work is told; the page works on, and retries once it is back", async () => {
    const first = await startStudio();
    const page = await open(first.url);
    await bring(page, "examples/pixel-art.png");
    await boardShown(page, "pixel-art.png");
    await complete(page);
    await bring(page, "examples/sketch.png", "examples/misty-lake.jpg", "examples/neon-street.jpg");
    await tile(page, "neon-street.jpg, Waiting for its turn").click();
    await first.kill();
    expect(await told(page)).toContain("The imprompt server does not answer.");
    await allArrived(page);
    // Boards, their prompts, pasted prompts and the other screens need no server.
    await choose(page, "pixel-art.png");
    await page.locator("[data-chip]").first().focus();
    await page.keyboard.press("p");
    await page.getByRole("button", { name: /^Undo: / }).waitFor();
    await page.evaluate(() => navigator.clipboard.writeText("a paper boat, dusk"));
    await page.keyboard.press("Control+V");
    await boardShown(page, "a paper boat, dusk");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Blend" }).click();
    await page.getByRole("list", { name: "Pictures to blend" }).waitFor();
    await page.getByRole("link", { name: "Style" }).click();
    await page.getByRole("list", { name: "References" }).waitFor();
    await page.getByRole("link", { name: "Board", exact: true }).click();
    await tile(page, "neon-street.jpg, Failed").click();
    const again = await startStudio(["--port", new URL(first.url).port]);
    try {
      await page.getByRole("button", { name: "Retry" }).click();
      await boardShown(page, "neon-street.jpg");
      expect(own(here.faults)).toEqual([]);
    } finally {
      await again.close();
    }
  });
});

describe("a server with a token", () => {
  let guarded: StudioServer;
  beforeAll(async () => {
    guarded = await startStudio(["--token", TOKEN]);
  });
  afterAll(() => guarded.close());

  it("serves the page that was opened with it, which keeps it out of the address and over a reload", async () => {
    const page = await open(guarded.url, `/#token=${TOKEN}`);
    expect(page.url()).toBe(`${guarded.url}/`);
    await bring(page, "examples/pixel-art.png");
    await boardShown(page, "pixel-art.png");
    await page.reload();
    await boardShown(page, "pixel-art.png");
    await bring(page, "examples/flat-logo.png");
    await boardShown(page, "flat-logo.png");
    expect(
      await page.evaluate(() =>
        JSON.stringify([location.href, document.cookie, Object.entries(localStorage)]),
      ),
    ).not.toContain(TOKEN);
    expect(here.faults).toEqual([]);
  });

  it("is told by a page that was opened without it what to do", async () => {
    const page = await open(guarded.url);
    await bring(page, "examples/pixel-art.png");
    const said = await told(page);
    expect(said).toContain("The server asks for its token.");
    expect(said).toContain("Open the whole address that imprompt serve printed, with #token= at its end.");
    expect(own(here.faults)).toEqual([]);
  });
});
