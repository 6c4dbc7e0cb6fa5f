import type { Browser, BrowserContext, Page } from "playwright-core";
import { chromium } from "playwright-core";

/** Debian's own build; another can be named. */
const EXECUTABLE = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly theme: "light" | "dark";
  readonly touch?: boolean;
}

export interface Visit {
  readonly page: Page;
  /** What the page should never have done: errors, refused policies, requests to elsewhere. */
  readonly faults: readonly string[];
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

let browser: Promise<Browser> | undefined;

/** One for the tests of a file; it ends with their process. */
function startedBrowser(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: EXECUTABLE, headless: true, args: FLAGS });
  return browser;
}

/** The studio as someone sees it who was never there: nothing is kept from another visit. */
export async function visit(url: string, look: Look, path = "/"): Promise<Visit> {
  const context = await (await startedBrowser()).newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.theme,
    hasTouch: look.touch ?? false,
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const faults: string[] = [];
  context.on("weberror", (error) => faults.push(`error: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  context.on("request", (request) => {
    const to = request.url();
    if (!to.startsWith(url) && !/^(?:data|blob|chrome):/u.test(to)) faults.push(`request to ${to}`);
  });
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  return { page, faults, context, close: () => context.close() };
}
