/** InvokeAI's first format: a command line, the prompt quoted or not, then one-letter switches. */
export interface DreamLine {
  /** The prompt with its negative part still in brackets. */
  readonly text: string;
  readonly settings: { readonly [name: string]: string };
  readonly hasSwitches: boolean;
  /** The line begins with "!", a command of the console such as !mask or !fix. */
  readonly isCommand: boolean;
}

/** @source invoke-ai/InvokeAI 2.x, ldm/invoke/args.py (switches of the dream prompt) */
const SWITCHES: ReadonlyMap<string, string> = new Map([
  ["s", "steps"],
  ["steps", "steps"],
  ["S", "seed"],
  ["seed", "seed"],
  ["W", "width"],
  ["width", "width"],
  ["H", "height"],
  ["height", "height"],
  ["C", "cfg_scale"],
  ["cfg_scale", "cfg_scale"],
  ["A", "sampler"],
  ["m", "sampler"],
  ["sampler", "sampler"],
  ["f", "strength"],
  ["strength", "strength"],
]);

export function parseDream(line: string): DreamLine {
  const start = line.length - line.trimStart().length;
  const close = line[start] === '"' ? closingQuote(line, start) : -1;
  const switchAt = close < 0 ? line.search(/\s-{1,2}[A-Za-z]\w*(?:[\s=]|$)/) : close + 1;
  const unquoted = switchAt < 0 ? line : line.slice(0, switchAt);
  const text = close < 0 ? unquoted : line.slice(start + 1, close).replace(/\\(["\\])/g, "$1");
  const rest = switchAt < 0 ? "" : line.slice(switchAt);
  const settings: { [name: string]: string } = {};
  for (const match of rest.matchAll(/\s-{1,2}([A-Za-z]\w*)[\s=]+(?!-{1,2}[A-Za-z])(\S+)/g)) {
    const name = SWITCHES.get(match[1] ?? "");
    if (name !== undefined) settings[name] = match[2] ?? "";
  }
  return { text, settings, hasSwitches: rest.trim() !== "", isCommand: line.trimStart().startsWith("!") };
}

function closingQuote(line: string, start: number): number {
  for (let i = start + 1; i < line.length; i += 1) {
    if (line[i] === "\\") i += 1;
    else if (line[i] === '"') return i;
  }
  return -1;
}

/** Every part in unescaped square brackets is negative; several are joined by a blank. */
export function splitNegative(text: string): { readonly prompt: string; readonly negative: string } {
  const negatives: string[] = [];
  const kept: string[] = [];
  let keptFrom = 0;
  let open = -1;
  for (let i = 0; i < text.length; i += 1) {
    const mark = text[i];
    if (mark === "\\") i += 1;
    else if (mark === "[") open = i;
    else if (mark === "]" && open >= 0) {
      kept.push(text.slice(keptFrom, open));
      negatives.push(text.slice(open + 1, i).trim());
      keptFrom = i + 1;
      open = -1;
    }
  }
  if (negatives.length === 0) return { prompt: text, negative: "" };
  return { prompt: (kept.join("") + text.slice(keptFrom)).trim(), negative: negatives.join(" ") };
}
