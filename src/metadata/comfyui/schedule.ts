import type { Role } from "./names.js";
import type { Operation } from "./operation.js";

/** One frame's line of a prompt schedule: `"24": "a red car"`; escapes are of JSON. */
const FRAME = /"(\d{1,9})"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.){0,20000})"/gs;
/** UTF-16 units of all lines together, as for any text of a graph. */
const LONGEST_SCHEDULE = 200_000;
const NEGATIVE_MARK = "--neg";

/**
 * Prompt schedulers write frames and their texts into one input, with a text before and after each. A node that
 * makes one frame (`current_frame`) gives the text in force there, others give all, a line each, in order.
 * The words behind "--neg" are the negative's.
 */
export function scheduleOf(byName: ReadonlyMap<string, unknown>, role: Role): Operation | null {
  if (!byName.has("text") || !byName.has("pre_text") || !byName.has("app_text")) return null;
  return {
    values: ["text", "pre_text", "app_text"].map((name) => byName.get(name)),
    join: ([text = "", before = "", after = ""]) => {
      const lines = new Set<string>();
      let length = 0;
      for (const line of linesInForce(text, byName.get("current_frame"))) {
        const whole = half([before, line, after].filter((part) => part.trim() !== "").join(" "), role);
        length += whole.length;
        if (length > LONGEST_SCHEDULE) break;
        if (whole !== "") lines.add(whole);
      }
      return [...lines].join("\n");
    },
  };
}

function linesInForce(text: string, current: unknown): readonly string[] {
  const frames = [...text.matchAll(FRAME)]
    .map((match) => ({ frame: Number(match[1]), line: unescaped(match[2] ?? "") }))
    .toSorted((a, b) => a.frame - b.frame);
  const [first] = frames;
  if (first === undefined) return [text];
  if (typeof current !== "number") return frames.map(({ line }) => line);
  return [(frames.findLast(({ frame }) => frame <= current) ?? first).line];
}

function half(text: string, role: Role): string {
  const at = text.indexOf(NEGATIVE_MARK);
  if (role === "negative") return at < 0 ? "" : text.slice(at + NEGATIVE_MARK.length).trim();
  return (at < 0 ? text : text.slice(0, at)).trim();
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (_whole, letter: string) => (letter === "n" ? "\n" : letter));
}
