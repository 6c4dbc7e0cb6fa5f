import { notPublic, refused } from "./failure.js";

const MAX_LENGTH = 4096;

/** What web servers that answer the public listen on; others are more often something inner than a picture. */
const PORTS: ReadonlySet<string> = new Set(["", "80", "443", "8080", "8443"]);

/**
 * Top-level names that only an inner network resolves, cloud metadata among them ("metadata.google.internal").
 *
 * @source RFC 6761, RFC 6762, RFC 8375, RFC 9476; ICANN resolution 2024.07.29.06 (internal)
 */
const INNER_NAMES: ReadonlySet<string> = new Set([
  "localhost",
  "localdomain",
  "local",
  "internal",
  "intranet",
  "private",
  "corp",
  "home",
  "lan",
  "svc",
  "arpa",
  "alt",
  "onion",
  "test",
  "example",
  "invalid",
]);

/**
 * The URL to fetch, as the WHATWG reads it: unusual spellings of hosts have become the usual one. `base` is the URL
 * that redirected here. Host names are looked at here, addresses are not.
 *
 * @throws ImpromptError `url-refused`, about `where`
 */
export function checkUrl(text: string, where: string, base?: URL): URL {
  if (text.length > MAX_LENGTH || !URL.canParse(text, base?.href)) {
    throw refused(where, "this is not an address that can be read", "Check that it is whole.");
  }
  const url = new URL(text, base?.href);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw refused(where, "only http and https addresses are fetched", "Give one, or upload the file.");
  }
  if (url.protocol === "http:" && base?.protocol === "https:") {
    const hint = "Save the picture in a browser, and upload the file.";
    throw refused(where, "this address leads from https to http", hint);
  }
  url.hostname = url.hostname.replace(/\.$/, "");
  if (url.username !== "" || url.password !== "") {
    throw refused(where, "this address carries a user name or password", "Give one without.");
  }
  if (!PORTS.has(url.port)) {
    const known = [...PORTS].filter((port) => port !== "").join(", ");
    throw refused(
      where,
      "this address names a port that pictures are not fetched from",
      `Use one of ${known}.`,
    );
  }
  if (isInnerName(url.hostname)) throw notPublic(where);
  return url;
}

/** Names of one label are completed by an inner network. Addresses are no names. */
function isInnerName(hostname: string): boolean {
  if (hostname.startsWith("[") || /^[\d.]+$/.test(hostname)) return false;
  const labels = hostname.split(".");
  return labels.length < 2 || INNER_NAMES.has(labels.at(-1) ?? "");
}
