import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { createBlueprint } from "../dist/core.js";
import { startServer } from "./http.mjs";

const ASSETS = "dist/studio/assets";

async function gzippedKb(file) {
  return gzipSync(await readFile(join(ASSETS, file)), { level: 9 }).length / 1000;
}

/** The scripts that the first page loads by itself: what a browser asked for before anything was touched. */
export async function studioSizeBench() {
  const { loaded } = await inBrowser(async (page, scripts) => {
    await page.waitForTimeout(1500);
    return { loaded: [...scripts] };
  });
  let first = 0;
  for (const name of loaded) first += await gzippedKb(name);
  let all = 0;
  for (const name of (await readdir(ASSETS)).filter((file) => file.endsWith(".js")))
    all += await gzippedKb(name);
  return {
    name: "JavaScript of the studio's first load, gzipped",
    value: first,
    unit: "KB",
    limit: 200,
    detail: { scripts: loaded.length, allKb: all },
  };
}

async function inBrowser(work) {
  const server = await startServer();
  const profile = await mkdtemp(join(tmpdir(), "imprompt-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    viewport: { width: 1280, height: 800 },
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const scripts = new Set();
    page.on("request", (request) => {
      const name = /\/assets\/([^/?]+\.js)$/u.exec(request.url())?.[1];
      if (name !== undefined) scripts.add(name);
    });
    await page.goto(server.url);
    return await work(page, scripts, server.url);
  } finally {
    await context.close();
    await server.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** From the start of navigation until the drop area answers to a click, nothing in the cache. */
export async function studioStartBench() {
  const times = [];
  for (let run = 0; run < 5; run++) {
    times.push(
      await inBrowser(async (page, _scripts, url) => {
        await page.goto("about:blank");
        const start = performance.now();
        await page.goto(url, { waitUntil: "commit" });
        await page
          .getByRole("button", { name: /choose/iu })
          .first()
          .click({ trial: true });
        return performance.now() - start;
      }),
    );
  }
  return {
    name: "studio: navigation to interactive, cold cache",
    value: times.sort((x, y) => x - y)[2],
    unit: "ms",
    limit: 1000,
    detail: { times },
  };
}

const ADJECTIVES = [
  "red",
  "old",
  "quiet",
  "tall",
  "wet",
  "soft",
  "dim",
  "broad",
  "worn",
  "clear",
  "warm",
  "pale",
];
const NOUNS = ["door", "lamp", "field", "tree", "stone"];
const FACETS_FILLED = [
  "subject",
  "setting",
  "lighting",
  "atmosphere",
  "palette",
  "style",
  "detail",
  "camera",
];

/** A blueprint of sixty short phrases, all of which Stable Diffusion 3.5 has room for. */
function sixtyPhrases() {
  const texts = NOUNS.flatMap((noun) => ADJECTIVES.map((adjective) => `${adjective} ${noun}`));
  return createBlueprint({
    frame: { width: 1216, height: 832 },
    terms: texts.map((text, index) => ({ facet: FACETS_FILLED[index % FACETS_FILLED.length], text })),
  });
}

/** Notes in the page, for each key press on a chip, when its weight and the prompt had changed and were painted. */
function watchKeys() {
  const noted = [];
  window.noted = noted;
  let pressed = null;
  let changed = null;
  addEventListener(
    "keydown",
    (event) => {
      pressed = { at: event.timeStamp, heard: performance.now() };
      changed = { chip: false, prompt: false };
    },
    { capture: true },
  );
  const board = document.querySelector("[data-board]");
  const prompt = document.querySelector('[role="tabpanel"] [role="group"][aria-label^="Prompt for"]');
  new MutationObserver((records) => {
    if (pressed === null) return;
    for (const { target } of records) {
      if (board.contains(target)) changed.chip = true;
      if (prompt.contains(target)) changed.prompt = true;
    }
    if (!changed.chip || !changed.prompt) return;
    const press = pressed;
    pressed = null;
    // Asks for the layout, so that its time is counted where it is caused.
    prompt.getBoundingClientRect();
    const done = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => noted.push({ work: done - press.heard, painted: performance.now() - press.at });
      port2.postMessage(null);
    });
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}

function at(share, times) {
  return [...times].sort((x, y) => x - y)[Math.min(times.length - 1, Math.floor(share * times.length))];
}

/** From a key on one of sixty chips to the changed prompt: what the page works, and until it is painted. */
export async function studioKeystrokeBench() {
  const noted = await inBrowser(async (page) => {
    await page.getByLabel("Board file").setInputFiles({
      name: "sixty.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(sixtyPhrases())),
    });
    await page.getByRole("button", { name: "More targets" }).click();
    await page.getByRole("searchbox", { name: "Find a target" }).fill("sd35");
    await page.getByRole("listitem").filter({ hasText: "Stable Diffusion 3.5" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("group", { name: /^Prompt for Stable Diffusion 3.5/u }).waitFor();
    await page.evaluate(watchKeys);
    const chip = page.getByRole("button", { name: /^red door, \d+% sure/u });
    await chip.focus();
    for (let key = 0; key < 60; key++) {
      await page.keyboard.press(Math.floor(key / 5) % 2 === 0 ? "]" : "[");
      await page.waitForFunction((count) => window.noted.length === count, key + 1);
    }
    return await page.evaluate(() => window.noted);
  });
  const work = noted.map((each) => each.work);
  const painted = noted.map((each) => each.painted);
  return {
    name: "studio: keystroke to changed prompt, 60 chips",
    value: at(0.5, work),
    unit: "ms",
    limit: 16,
    detail: {
      work95: at(0.95, work),
      painted: at(0.5, painted),
      painted95: at(0.95, painted),
    },
  };
}
