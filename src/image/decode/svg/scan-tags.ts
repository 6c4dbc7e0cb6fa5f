export interface SvgAttribute {
  readonly name: string;
  /** As written between the quotes, references not resolved. */
  readonly value: string;
  /** Where the value stands in the text, quotes excluded. */
  readonly start: number;
  readonly end: number;
}

export interface SvgTag {
  readonly name: string;
  /** From `<` to past `>`. */
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly SvgAttribute[];
}

const ATTRIBUTE = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/**
 * Start tags of an XML text in order, in one pass; comments, CDATA, instructions and end tags are stepped over.
 * Stops at the first place that is not well formed, which the renderer will then refuse.
 */
export function* scanTags(text: string): Generator<SvgTag, undefined, void> {
  let at = text.indexOf("<");
  while (at >= 0) {
    const end = stepOver(text, at);
    if (end === undefined) {
      const tag = tagAt(text, at);
      if (tag === undefined) return undefined;
      yield tag;
      at = text.indexOf("<", tag.end);
    } else {
      at = end < 0 ? -1 : text.indexOf("<", end);
    }
  }
  return undefined;
}

/** End of a construct that is no start tag; -1 when it never ends; `undefined` for a start tag. */
function stepOver(text: string, at: number): number | undefined {
  for (const [open, close] of [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<?", "?>"],
    ["</", ">"],
    ["<!", ">"],
  ] as const) {
    if (!text.startsWith(open, at)) continue;
    const end = text.indexOf(close, at + open.length);
    return end < 0 ? -1 : end + close.length;
  }
  return undefined;
}

function tagAt(text: string, start: number): SvgTag | undefined {
  const named = /<([A-Za-z_][^\s/>]*)/y;
  named.lastIndex = start;
  const name = named.exec(text)?.[1];
  if (name === undefined) return undefined;
  const attributes: SvgAttribute[] = [];
  let at = start + 1 + name.length;
  for (;;) {
    while (/\s/.test(text[at] ?? "")) at++;
    if (text[at] === ">") return { name, start, end: at + 1, attributes };
    if (text.startsWith("/>", at)) return { name, start, end: at + 2, attributes };
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (found === null) return undefined;
    at = ATTRIBUTE.lastIndex;
    const value = found[2] ?? found[3] ?? "";
    attributes.push({ name: found[1] ?? "", value, start: at - 1 - value.length, end: at - 1 });
  }
}
