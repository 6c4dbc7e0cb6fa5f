import type { Page } from "playwright-core";

/**
 * Notes from now on each new text of the first element that the selector finds, as a person sees it; for what is
 * gone too soon to be waited for. Gives a reader of the texts so far.
 */
export async function watch(page: Page, selector: string): Promise<() => Promise<readonly string[]>> {
  const seen = await page.evaluateHandle((wanted) => {
    const texts: string[] = [];
    new MutationObserver(() => {
      const text = document.querySelector<HTMLElement>(wanted)?.innerText;
      if (text !== undefined && text !== texts.at(-1)) texts.push(text);
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    return texts;
  }, selector);
  return () => seen.jsonValue();
}
