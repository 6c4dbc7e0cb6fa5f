import type { Span } from "imprompt/core";

interface Pretty {
  readonly text: string;
  readonly spans: readonly Span[];
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What stands before and after a sign outside strings. */
function around(sign: string, next: string | undefined, depth: number): readonly [string, string] {
  const line = (level: number): string => `\n${"  ".repeat(level)}`;
  switch (sign) {
    case "{":
    case "[":
      return ["", next === "}" || next === "]" ? "" : line(depth + 1)];
    case "}":
    case "]":
      return [line(depth - 1), ""];
    case ",":
      return ["", line(depth)];
    case ":":
      return ["", " "];
    default:
      return ["", ""];
  }
}

/** A structured prompt with a member a line, its spans moved along; undefined where the text is no JSON. */
export function prettyJson(text: string, spans: readonly Span[]): Pretty | undefined {
  if (!isJson(text)) return undefined;
  const places: number[] = [];
  let out = "";
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (inString || (!/\s/u.test(sign) && sign === '"')) {
      places[at] = out.length;
      out += sign;
      if (inString && sign === "\\") {
        at += 1;
        places[at] = out.length;
        out += text[at] ?? "";
      } else if (sign === '"') inString = !inString;
      continue;
    }
    if (/\s/u.test(sign)) {
      places[at] = out.length;
      continue;
    }
    const empty = /[[{]$/u.test(out);
    const [before, after] = around(sign, text[at + 1], depth);
    out += empty && /[}\]]/u.test(sign) ? "" : before;
    places[at] = out.length;
    out += sign + after;
    if (/[[{]/u.test(sign)) depth += 1;
    if (/[}\]]/u.test(sign)) depth -= 1;
  }
  const moved = spans.map(({ start, end, termId }) => ({
    start: places[start] ?? 0,
    end: (places[end - 1] ?? 0) + 1,
    termId,
  }));
  return { text: out, spans: moved };
}
