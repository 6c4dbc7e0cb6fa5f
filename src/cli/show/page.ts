import pc from "picocolors";

export interface PageOptions {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
}

/** Text laid out for a terminal: wrapped, aligned, coloured only when asked. */
export interface Page {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly warn: (text: string) => string;
  /** A block of colour, `width` cells wide; its hex name where colours are off. */
  readonly swatch: (hex: string, width: number) => string;
  /** Lines of at most the page's width, each indented by `indent` cells; line breaks of the text are kept. */
  readonly wrap: (text: string, indent: number) => string;
}

function wrapLine(line: string, room: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + 1 + word.length > room) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  lines.push(current);
  return lines;
}

/** Control characters of a file's text must not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/\r\n?/gu, "\n").replace(/[^\P{Cc}\n]/gu, " ");
}

function blockOf(hex: string, width: number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `\u001b[48;2;${red};${green};${blue}m${" ".repeat(width)}\u001b[0m`;
}

export function createPage(options: PageOptions): Page {
  const paint = pc.createColors(options.colour);
  return {
    bold: paint.bold,
    dim: paint.dim,
    accent: paint.cyan,
    warn: paint.yellow,
    swatch: (hex, width) => (options.colour ? blockOf(hex, width) : ""),
    wrap: (text, indent) =>
      printable(text)
        .split("\n")
        .flatMap((line) => wrapLine(line, Math.max(20, options.width - indent)))
        .map((line) => `${" ".repeat(indent)}${line}`)
        .join("\n"),
  };
}
