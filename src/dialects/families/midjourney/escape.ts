/**
 * A phrase that Midjourney reads as words only: no dashes that start a parameter, no "::" that splits a prompt,
 * no braces that permute, no link that is taken for a picture, no quotation mark left open
 * (an inch sign becomes a double prime).
 */
export function escapePhrase(text: string): string {
  const words = text
    .replace(/https?:\/\//giu, "")
    .replace(/-{2,}|[—―⸺⸻]/gu, " - ")
    .replace(/:{2,}/gu, ": ")
    .replace(/\{/gu, "(")
    .replace(/\}/gu, ")");
  const quotes = words.split('"').length - 1;
  const closed = quotes % 2 === 0 ? words : words.replace(/"(?=[^"]*$)/u, "\u2033");
  return closed.replace(/\s+/gu, " ").replace(/^[\s,;-]+|[\s,;-]+$/gu, "");
}

/** An item of `--no`: as a phrase, without the commas that part items. */
export function escapeItem(text: string): string {
  return escapePhrase(text.replace(/,/gu, " "));
}
