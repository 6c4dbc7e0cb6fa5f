/** What a light or a time is called by, with nothing else said: not worth a phrase when its kind has gone. */
const GENERIC = "light|lighting|glow|sun|sky|skies|air|scene|hours?|time|times|day|season|weather|colou?rs?";

const JOINING = "at|by|in|on|under|during|amid|through|covered (?:in|with)|dusted with|lit by|against";

/** The article that was there, as the word that now follows it wants it. */
function article(old: string | undefined, next: string): string {
  if (old === undefined) return "";
  return `${old.slice(0, 1)}${/^[aeio]/iu.test(next) ? "n" : ""} `;
}

/**
 * A phrase without what it says by the words of `source`, a pattern's source: first as an adjunct ("a street at
 * night" to "a street"), then, unless `adjunctsOnly`, wherever they stand ("a snowy alley" to "an alley"). Empty
 * when nothing worth saying is left; the text itself when it does not have them.
 */
export function withoutWords(text: string, source: string, adjunctsOnly = false): string {
  const words = `(?:${source})(?![\\p{L}\\p{N}-])`;
  const adjunct = new RegExp(
    `(?:^|(?<![,\\s])[,\\s]+)(?:${JOINING})\\s+(?:(?:the|a|an)\\s+)?(?:(?:soft|deep|harsh|bright|warm|cold|late|early|fresh|heavy)\\s+)?` +
      `${words}(?:\\s+(?:${GENERIC}))?(?=$|,|\\s+(?:with|and|in|on|at|of|under|by|near|behind|beside)\\b)`,
    "giu",
  );
  const bare = new RegExp(`(?<![\\p{L}\\p{N}-])(?:(an?)\\s+)?${words}\\s*`, "giu");
  const once = text.replace(adjunct, "");
  const stripped = adjunctsOnly
    ? once
    : once.replace(bare, (found, old: string | undefined, at: number) =>
        article(old, once.slice(at + found.length)),
      );
  if (stripped === text) return text;
  const left = stripped
    .replace(/\s+/gu, " ")
    .replace(/ ,/gu, ",")
    .replace(/^(?:[ ,]|(?:and|with)\b)+/iu, "")
    .replace(/(?:[ ,]+(?:and|with|in|at|on|of|during|the|an?))*[ ,]*$/iu, "");
  const generic = new RegExp(`^(?:\\b(?:${GENERIC}|an?|the)\\b\\s*)*$`, "iu");
  return generic.test(left) ? "" : left;
}
