import { bringFiles, bringOwn, bringUrl } from "../effects/bring-picture";
import { bringPrompt, bringText } from "../effects/bring-text";
import { isWelcome } from "../effects/file-kinds";
import { goTo } from "../shell/route";
import { notify } from "../state/notices";
import { openBringing } from "./bringing";

type Grammar = Parameters<typeof bringPrompt>[1];

/** What was chosen here is shown on the page of boards, without the dialog that it came through. */
function show(): void {
  openBringing(false);
  goTo("board");
}

/** What came from outside stays on the page that it came to: a blend or a style takes it too. */
function stay(): void {
  openBringing(false);
}

function isPromptFile({ name, type }: File): boolean {
  return type === "text/plain" || /\.(?:txt|md)$/iu.test(name);
}

/** Files from wherever: pictures and boards go their way, texts are prompts, others are told. True where one was taken. */
async function bringAll(files: readonly File[]): Promise<boolean> {
  const texts = files.filter(isPromptFile);
  const welcome = files.filter((file) => !isPromptFile(file) && isWelcome(file));
  const strange = files.filter((file) => !isPromptFile(file) && !isWelcome(file));
  if (welcome.length > 0) bringFiles(welcome);
  const [first] = strange;
  if (first !== undefined) {
    const others = strange.length === 1 ? "" : ` and ${strange.length - 1} more`;
    notify({
      tone: "bad",
      text: `${first.name}${others}: neither a picture nor a board. Bring pictures, or a board's .imprompt.json.`,
    });
  }
  for (const file of texts) await bringText(await file.text());
  return welcome.length + texts.length > 0;
}

/** Files that were chosen. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  if (await bringAll(files)) show();
}

/** Files that were dropped or pasted. */
export async function takeDropped(files: readonly File[]): Promise<void> {
  if (await bringAll(files)) stay();
}

/** Text that was pasted, or the address of a picture that was dropped. */
export async function takeText(text: string): Promise<void> {
  stay();
  await bringText(text);
}

/** False where the prompt has no phrase. */
export async function takePrompt(text: string, grammar: Grammar): Promise<boolean> {
  const done = await bringPrompt(text, grammar);
  if (done) show();
  return done;
}

/** False where the text is no http(s) address. */
export function takeUrl(text: string): boolean {
  const done = bringUrl(text);
  if (done) show();
  return done;
}

export function takeExample(address: string, name: string): void {
  bringOwn(address, name);
  stay();
}
