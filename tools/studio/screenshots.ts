import { readFile, writeFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { addExif } from "../../src/metadata/write.js";
import type { Look } from "../../test/studio/support/browser.js";
import { visit } from "../../test/studio/support/browser.js";
import { startStudio } from "../../test/studio/support/server.js";

/**
 * The pictures of docs/studio, taken in a real browser of the built studio: `npm run build && npx tsx
 * tools/studio/screenshots.ts`. The street is given a prompt of its own, as a generator would have left it there.
 */
const PROMPT = `lone cyclist under a clear umbrella, rain-slicked street at night, rows of neon signs, wet reflections, (volumetric haze:1.2), teal and magenta color grading, cinematic still, 35mm lens, low angle, deep perspective, highly detailed
Negative prompt: blurry, watermark, text, extra limbs
Steps: 28, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: 20261121, Size: 1344x768, Model: example-xl, Version: v1.10.1`;

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const example = (name: string): URL => new URL(`../../examples/${name}`, import.meta.url);

async function picture(name: string): Promise<Upload> {
  return { name, mimeType: "image/jpeg", buffer: await readFile(example(name)) };
}

/** Four views of one lake, and a picture that is not of their kind. */
async function references(): Promise<readonly Upload[]> {
  const lake = sharp(await readFile(example("misty-lake.jpg")));
  const { width, height } = await lake.metadata();
  const part = { width: Math.round(width * 0.7), height: Math.round(height * 0.8) };
  const views = [
    lake.clone(),
    lake.clone().flop(),
    lake.clone().extract({ left: 0, top: height - part.height, ...part }),
    lake.clone().extract({ left: width - part.width, top: 0, ...part }),
  ];
  const uploads = views.map(
    async (view, index): Promise<Upload> => ({
      name: `lake-${index + 1}.jpg`,
      mimeType: "image/jpeg",
      buffer: await view.jpeg({ quality: 92 }).toBuffer(),
    }),
  );
  return [...(await Promise.all(uploads)), await picture("neon-street.jpg")];
}

async function street(): Promise<Upload> {
  const jpeg = await sharp(await readFile(example("neon-street.jpg")))
    .jpeg({ quality: 92 })
    .toBuffer();
  return {
    name: "neon-cyclist.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from(addExif(jpeg, { userComment: PROMPT })),
  };
}

async function bring(page: Page, files: readonly Upload[]): Promise<void> {
  await page
    .locator('input[type="file"][multiple]')
    .first()
    .setInputFiles([...files]);
}

async function shown(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor({ state: "attached" });
  await page.locator("[data-board]").waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
}

const folder = new URL("../../docs/studio/", import.meta.url);

async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate("document.fonts.ready");
  const png = await page.screenshot({ animations: "disabled" });
  const small = await sharp(png).png({ palette: true, colours: 200, effort: 10, dither: 0.6 }).toBuffer();
  await writeFile(new URL(`${name}.png`, folder), small);
  process.stdout.write(`${name}.png ${Math.round(small.length / 1000)} KB\n`);
}

interface Shot {
  readonly name: string;
  readonly look: Look;
  readonly path?: string;
  readonly take: (page: Page) => Promise<void>;
}

const desk = (theme: Look["theme"], width = 1440, height = 900): Look => ({ width, height, theme });
const PHONE: Look = { width: 390, height: 844, theme: "light", touch: true };

async function board(page: Page): Promise<void> {
  await bring(page, [await street()]);
  await shown(page, "neon-cyclist.jpg");
}

const SHOTS: readonly Shot[] = [
  { name: "bring", look: desk("light", 1280, 800), take: async () => {} },
  {
    name: "board-light",
    look: desk("light"),
    take: async (page) => {
      await board(page);
      await page.getByRole("button", { name: /^volumetric haze,/u }).hover();
    },
  },
  { name: "board-dark", look: desk("dark", 1920, 1080), take: board },
  {
    name: "variations",
    look: desk("dark"),
    take: async (page) => {
      await board(page);
      await page.getByRole("tab", { name: "sdxl" }).click();
      await page.getByRole("button", { name: "Variations" }).click();
      await page.getByRole("button", { name: "Make four" }).click();
      await page.getByRole("heading", { name: "Variation 4" }).waitFor();
      await page.getByRole("button", { name: "Make four" }).hover();
      await page.mouse.wheel(0, 560);
    },
  },
  {
    name: "larger-view",
    look: desk("dark", 1280, 800),
    take: async (page) => {
      await bring(page, [await picture("sunset-silhouette.jpg")]);
      await shown(page, "sunset-silhouette.jpg");
      await page.getByRole("button", { name: "Larger view" }).click();
      for (const key of ["1", "2", "4"]) await page.keyboard.press(key);
      await page.getByRole("dialog").getByRole("button", { name: "Horizon", pressed: true }).waitFor();
      await page.mouse.move(4, 4);
    },
  },
  { name: "phone-blueprint", look: PHONE, take: board },
  {
    name: "phone-prompt",
    look: { ...PHONE, theme: "dark" },
    take: async (page) => {
      await board(page);
      await page.getByRole("navigation", { name: "Parts of the board" }).getByText("Prompt").click();
    },
  },
  {
    name: "blend",
    look: desk("light"),
    take: async (page) => {
      await bring(page, [
        await street(),
        await picture("misty-lake.jpg"),
        await picture("sunset-silhouette.jpg"),
      ]);
      await shown(page, "neon-cyclist.jpg");
      await page.getByRole("button", { name: /Close sunset-silhouette/u }).waitFor({ state: "attached" });
      await page.getByRole("link", { name: "Blend" }).click();
      await page.getByRole("region", { name: "Result" }).waitFor();
      await page.waitForLoadState("networkidle");
    },
  },
  {
    name: "style",
    look: desk("light"),
    take: async (page) => {
      await bring(page, await references());
      await shown(page, "lake-1.jpg");
      await page.getByRole("button", { name: /Close neon-street/u }).waitFor({ state: "attached" });
      await page.getByRole("link", { name: "Style" }).click();
      await page.getByRole("region", { name: "Consensus" }).waitFor();
      await page.waitForLoadState("networkidle");
    },
  },
];

const wanted = process.argv.slice(2);
const studio = await startStudio();
let browser: Browser | null = null;
try {
  for (const { name, look, path, take } of SHOTS) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { page, faults, context, close } = await visit(studio.url, look, path);
    browser = context.browser();
    await page.getByRole("button", { name: "Choose files" }).waitFor();
    await page.reload(); // the typeface is at hand from the first paint on
    await page.getByRole("button", { name: "Choose files" }).waitFor();
    await take(page);
    await page.waitForTimeout(400);
    await keep(page, name);
    if (faults.length > 0) throw new Error(`${name}: ${faults.join("; ")}`);
    await close();
  }
} finally {
  await browser?.close();
  await studio.close();
}
