import type { Draft } from "./draft.js";
import { push, warn } from "./draft.js";

const ADAPTERS: ReadonlySet<string> = new Set(["lora", "lyco", "locon", "loha", "dora"]);

/**
 * Takes `<kind:name:weight>` out of the text: adapters are calls, other kinds are told and dropped. Angle brackets
 * without a colon (`<my-embedding>`) stay words.
 */
export function takeNetworkTag(draft: Draft, tag: string, start: number): void {
  const end = start + tag.length;
  const [kind = "", name = "", weight] = tag.slice(1, -1).split(":");
  if (name.trim() === "" || !/^[\w.\- ]+$/u.test(kind)) {
    push(draft, "text", tag, start, end);
    return;
  }
  push(draft, "break", "", start, end);
  if (!ADAPTERS.has(kind.trim().toLowerCase())) {
    warn(draft, { start, end }, `"${tag}" calls what no other generator has; it is left out`);
    return;
  }
  const number = weight === undefined || weight.trim() === "" ? Number.NaN : Number(weight);
  draft.loras.push(Number.isFinite(number) ? { name: name.trim(), weight: number } : { name: name.trim() });
}
