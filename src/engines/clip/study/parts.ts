const OPENING = "([{<";
const CLOSING = ")]}>";

/** The parts of a prompt between its commas and line breaks, those in brackets left whole; blank ones dropped. */
export function partsOf(prompt: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const letter of prompt) {
    if (OPENING.includes(letter)) depth += 1;
    else if (CLOSING.includes(letter)) depth = Math.max(0, depth - 1);
    if (letter === "\n" || (letter === "," && depth === 0)) {
      parts.push(part);
      part = "";
    } else part += letter;
  }
  parts.push(part);
  return parts.map((text) => text.trim()).filter((text) => text !== "");
}
