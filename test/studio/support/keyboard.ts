import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { expectInStep } from "./expect-in-step.js";
import type { ShownPhrase } from "./shown-board.js";

/** The page whose keyboard is used; a test sets it before its first key. */
export const at = {} as { page: Page };

/** As the map names keys, by what the browser calls them. */
export const PRESSED: { readonly [name: string]: string } = {
  Left: "ArrowLeft",
  Right: "ArrowRight",
  Up: "ArrowUp",
  Down: "ArrowDown",
  "←": "ArrowLeft",
  "→": "ArrowRight",
  Menu: "ContextMenu",
  Ctrl: "Control",
};

export function press(keys: string): Promise<void> {
  const parts = keys.split("+").map((key) => PRESSED[key] ?? key);
  return at.page.keyboard.press(
    parts.map((part) => (/^[A-Z]$/u.test(part) && parts.length === 1 ? part.toLowerCase() : part)).join("+"),
  );
}

/** The words of the chip that has the keyboard; null where none has. */
export function here(): Promise<string | null> {
  return at.page.evaluate(() => {
    const name = document.activeElement?.closest("[data-chip]")?.getAttribute("aria-label") ?? null;
    return name === null ? null : name.replace(/(?:, excluded)?, \d+% sure.*$/u, "");
  });
}

/** The phrase of the prompt that has the keyboard. */
export function run(): Promise<string | null> {
  return at.page.evaluate(() => document.activeElement?.closest("[data-run]")?.textContent ?? null);
}

/** Waits until the chip has the keyboard. */
export async function expectHere(text: string): Promise<void> {
  await expect.poll(here).toBe(text);
}

/** From wherever the keyboard is: backwards out of the prompt, which stands behind the board, else forwards. */
export async function tabToBoard(): Promise<void> {
  const key = (await run()) === null ? "Tab" : "Shift+Tab";
  for (let step = 0; step < 90 && (await here()) === null; step++) await at.page.keyboard.press(key);
  expect(await here()).not.toBeNull();
}

export async function goTo(text: string): Promise<void> {
  await tabToBoard();
  await press("Ctrl+Home");
  for (let step = 0; step < 70 && (await here()) !== text; step++) await press("Right");
  await expectHere(text);
}

export async function phrase(text: string): Promise<ShownPhrase> {
  const { phrases } = await expectInStep(at.page);
  const found = phrases.find((each) => each.text === text);
  if (found === undefined) throw new Error(`"${text}" is not on the board`);
  return found;
}

export async function textsIn(row: string): Promise<readonly string[]> {
  const { phrases } = await expectInStep(at.page);
  return phrases.filter((each) => each.row === row).map(({ text }) => text);
}

/** Goes on with Tab until one of these elements has the keyboard. */
export async function tabTo(wanted: Locator, key = "Tab"): Promise<void> {
  for (let step = 0; step < 90; step++) {
    const found = await wanted.evaluateAll((all) => all.some((each) => each === document.activeElement));
    if (found) return;
    await at.page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${String(wanted)}`);
}

export function boardName(): Promise<string | null> {
  return at.page.getByRole("heading", { level: 1 }).textContent();
}

/** Every key of the map, as "group: keys", and what shows that it works. */
export const proofs: Map<string, () => Promise<void>> = new Map();

export function proves(group: string, keys: string, proof: () => Promise<void>): void {
  proofs.set(`${group}: ${keys}`, proof);
}

export function weighs(keys: string, text: string, weight: number): void {
  proves("On a phrase: change", keys, async () => {
    await goTo(text);
    await press(keys);
    expect((await phrase(text)).weight).toBe(weight);
    await expectHere(text);
  });
}
