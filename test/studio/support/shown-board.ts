import type { Page } from "playwright-core";

export interface ShownPhrase {
  readonly id: string;
  /** The facet's name as its row is headed, in lower case, or "excluded". */
  readonly row: string;
  readonly text: string;
  readonly confidence: number;
  readonly weight: number;
  readonly isOut: boolean;
  readonly isGuess: boolean;
  readonly isPinned: boolean;
  /** The person's own, by what is said of where it comes from. */
  readonly isOwn: boolean;
}

export interface ShownBoard {
  /** In the order of the page. */
  readonly phrases: readonly ShownPhrase[];
  /** As it stands on the page, to the letter. */
  readonly prompt: string;
  readonly negative: string | null;
  /** What the prompt's phrases say, by the id of the chip that they belong to. */
  readonly runs: readonly { readonly id: string; readonly text: string }[];
}

const NAME =
  /^(?<text>.*?)(?:, excluded)?, (?<sure>\d+)% sure(?<out>, stays out of the prompts)?(?<guess>, a guess)?(?:, weight (?<weight>[\d.]+))?(?<pinned>, pinned)?$/u;

interface ReadChip {
  readonly id: string;
  readonly row: string;
  readonly name: string;
  readonly why: string;
}

function phraseOf({ id, row, name, why }: ReadChip): ShownPhrase {
  const said = NAME.exec(name)?.groups;
  if (said === undefined) throw new Error(`a chip is named ${name}`);
  return {
    id,
    row,
    text: said["text"] ?? "",
    confidence: Number(said["sure"]) / 100,
    weight: Number(said["weight"] ?? 1),
    isOut: said["out"] !== undefined,
    isGuess: said["guess"] !== undefined,
    isPinned: said["pinned"] !== undefined,
    isOwn: why.startsWith("Yours"),
  };
}

/** The chips, the prompt and the negative prompt of one moment, read off the page as a person reads them. */
export async function shownBoard(page: Page): Promise<ShownBoard> {
  const read = await page.evaluate(() => {
    const chips = [...document.querySelectorAll<HTMLElement>("[data-board] [data-chip]")].map((words) => ({
      id: words.dataset["chip"] ?? "",
      row: words.closest('[role="row"]')?.querySelector('[role="rowheader"]')?.textContent ?? "excluded",
      name: words.getAttribute("aria-label") ?? "",
      why: words.getAttribute("aria-description") ?? "",
    }));
    const prompt = document.querySelector('[role="tabpanel"] [role="group"][aria-label^="Prompt for"]');
    const negative = document.querySelector('[role="tabpanel"] [role="group"][aria-label="Negative prompt"]');
    const runs = [...(prompt?.querySelectorAll<HTMLElement>("[data-run]") ?? [])].map((run) => ({
      id: run.dataset["run"] ?? "",
      text: run.textContent ?? "",
    }));
    return { chips, prompt: prompt?.textContent ?? "", negative: negative?.textContent ?? null, runs };
  });
  const { chips, ...prompt } = read;
  return { phrases: chips.map((each) => phraseOf({ ...each, row: each.row.toLowerCase() })), ...prompt };
}
