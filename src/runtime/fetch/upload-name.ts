const MAX_LENGTH = 100;

/** Control characters, what turns the direction of writing, and what separates the parts of a path. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}/\\:]+/gu;

/** What messages call a picture from a URL: the last part of its path that says something, or the host. */
export function uploadName(url: URL): string {
  const last = decoded(url.pathname.split("/").findLast((part) => part !== "") ?? "");
  const fit = last
    .replace(UNFIT, " ")
    .replace(/^[.\s]+/, "")
    .trim();
  const name = fit === "" ? url.hostname : fit;
  return Array.from(name).slice(0, MAX_LENGTH).join("");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
