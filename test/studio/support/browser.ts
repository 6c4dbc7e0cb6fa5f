import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
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

/** A fresh browser with an empty profile on the studio. */
export async function visit(url: string, look: Look, path = "/"): Promise<Visit> {
  const profile = await mkdtemp(join(tmpdir(), "imprompt-studio-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: EXECUTABLE,
    headless: true,
    args: FLAGS,
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
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${url}${path}`);
  return {
    page,
    faults,
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
