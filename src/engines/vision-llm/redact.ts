const HIDDEN = "***";

/** What keys of the known services look like, also with stars in their middle as servers show them. */
const KEY_LIKE = /\b(?:sk|pk|rk|gsk|xai|hf|r8|key|tok(?:en)?|AIza)[-_A-Za-z0-9*.]{6,}/gu;

/** `text` without the key, whole or in part, and without what looks like one. */
export function redact(text: string, apiKey: string | undefined): string {
  let clear = text;
  if (apiKey !== undefined && apiKey !== "") {
    for (const form of [apiKey, encodeURIComponent(apiKey)]) clear = clear.replaceAll(form, HIDDEN);
    // Servers quote the beginning or the end of a key that they refuse.
    for (const part of [apiKey.slice(0, 8), apiKey.slice(-4)]) {
      if (apiKey.length > 8) clear = clear.replaceAll(part, HIDDEN);
    }
  }
  return clear
    .replace(/\b(bearer|basic) [^\s"',]+/giu, `$1 ${HIDDEN}`)
    .replace(/([?&](?:key|api_key|token)=)[^\s&"']+/giu, `$1${HIDDEN}`)
    .replace(KEY_LIKE, HIDDEN);
}
