// Renders the pages listed in a JSON file, [{html, png, width, height}], with chromium: node render-pages.mjs pages.json
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const pages = JSON.parse(readFileSync(process.argv[2], "utf8"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();
for (const { html, png, width, height } of pages) {
  await page.setViewportSize({ width, height });
  await page.goto(pathToFileURL(html).href);
  await page.screenshot({ path: png });
}
await browser.close();
