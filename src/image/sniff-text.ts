import type { Sniffed } from "./sniffed.js";
import { xmlProlog } from "./xml-prolog.js";

const HEAD = 64 * 1024;

/** Text of the first 64 KiB in the encoding that its first bytes show, or `null` when they are not text. */
function headOf(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, HEAD);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be").decode(head);
  if (head[0] === 0x3c && head[1] === 0) return new TextDecoder("utf-16le").decode(head);
  if (head[0] === 0 && head[1] === 0x3c) return new TextDecoder("utf-16be").decode(head);
  for (const byte of head) {
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) return null;
  }
  return new TextDecoder("utf-8").decode(head);
}

/** SVG, or what kind of text the bytes are; `null` when they are not text. */
export function sniffText(bytes: Uint8Array): Sniffed | null {
  if (bytes.length === 0) return null;
  const text = headOf(bytes)?.replace(/^\uFEFF/, "");
  if (text === undefined) return null;
  const root = xmlProlog(text)?.root.toLowerCase() ?? null;
  if (root === "svg" || root?.endsWith(":svg") === true) return { format: "svg" };
  if (root === "html" || root === "head" || root === "body" || /^\s*<!doctype html/i.test(text)) {
    return { other: "a web page (HTML)" };
  }
  if (root !== null) return { other: "an XML document" };
  if (/^\s*[[{]\s*["[{\]}]/.test(text)) return { other: "a JSON document" };
  if (/^version https:\/\/git-lfs/.test(text)) return { other: "a Git LFS pointer, not the file itself" };
  return { other: "plain text" };
}
