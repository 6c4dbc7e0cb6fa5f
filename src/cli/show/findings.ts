import type { Finding } from "../../app/lint/finding.js";
import type { PageOptions } from "./page.js";
import { createPage, printable } from "./page.js";

/** Characters of the text shown on either side of what is wrong. */
const AROUND = 24;

function excerpt(text: string, { start, end }: Finding["span"]): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const shown = end - start > 60 ? `${text.slice(start, start + 59)}…` : text.slice(start, end);
  const lead = start > AROUND ? "…" : "";
  return printable(`${lead}${before}»${shown}«${after}${end + AROUND < text.length ? "…" : ""}`).replaceAll(
    "\n",
    " ",
  );
}

/** Where, what, why and what mends it, one finding after the other. */
export function showFindings(text: string, findings: readonly Finding[], options: PageOptions): string {
  const page = createPage(options);
  if (findings.length === 0) return "Nothing is wrong with it.\n";
  const blocks = findings.map((finding) => {
    const { severity, code, what, why, fix, span } = finding;
    const head = `${severity === "error" ? page.bold(severity) : severity} ${page.dim(`${code}, ${span.start}-${span.end}`)}`;
    const mend =
      fix === undefined
        ? []
        : [
            page.dim(
              `  fix: ${fix.text === "" ? "take out" : "write"} "${printable(fix.text === "" ? text.slice(fix.start, fix.end) : fix.text)}"`,
            ),
          ];
    return [
      head,
      page.accent(page.wrap(excerpt(text, span), 2)),
      page.wrap(`${what}: ${why}.`, 2),
      ...mend,
    ].join("\n");
  });
  const count = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  return `${blocks.join("\n")}\n\n${count}\n`;
}
