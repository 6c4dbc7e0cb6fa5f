export interface XmlProlog {
  /** Where the root element's `<` stands. */
  readonly rootAt: number;
  readonly root: string;
  /** What stands between the brackets of the document type. */
  readonly subset: string;
}

/** What precedes the root element of an XML text; `null` when no element follows white space and prolog. */
export function xmlProlog(text: string): XmlProlog | null {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let subset = "";
  for (;;) {
    while (/\s/.test(text[at] ?? "")) at++;
    if (text.startsWith("<?", at)) at = after(text, "?>", at);
    else if (text.startsWith("<!--", at)) at = after(text, "-->", at);
    else if (text.startsWith("<!", at)) {
      const open = text.indexOf("[", at);
      const close = text.indexOf(">", at);
      if (open < 0 || (close >= 0 && close < open)) at = after(text, ">", at);
      else {
        const end = after(text, "]", open);
        subset = text.slice(open + 1, end - 1);
        at = after(text, ">", end);
      }
    } else {
      const root = /^<([A-Za-z_][\w:.-]*)/.exec(text.slice(at, at + 80))?.[1];
      return root === undefined ? null : { rootAt: at, root, subset };
    }
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}
