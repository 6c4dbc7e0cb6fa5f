import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
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
