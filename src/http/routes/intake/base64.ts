import { ImpromptError } from "../../../base/error.js";

/** Characters of a `data:` URL in front of its comma, blanks included. */
const LONGEST_PREFIX = 1024;

const HINT = "Send base64, or a data: URL.";

function garbled(where: string): ImpromptError {
  return new ImpromptError("invalid-option", "is neither base64 nor a data: URL", { where, hint: HINT });
}

/**
 * How many bytes that many base64 characters are; -1 where no bytes have that many. Node skips what is not base64,
 * so fewer bytes than this mean that something was.
 */
function bytesOf(characters: number): number {
  return characters % 4 === 1 ? -1 : Math.floor((characters * 3) / 4);
}

/** Line breaks and other blanks, which Node skips as well; counted, since a copy without them would cost more. */
function blanksIn(text: string): number {
  let blanks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) blanks += 1;
  }
  return blanks;
}

function decode(text: string): Buffer<ArrayBuffer> | undefined {
  const bytes = Buffer.from(text, "base64");
  const end = /=?\s*=?\s*$/u.exec(text.slice(-1024))?.[0] ?? "";
  const characters = text.length - (end.match(/=/gu)?.length ?? 0);
  if (bytes.length === bytesOf(characters)) return bytes;
  return bytes.length === bytesOf(characters - blanksIn(text)) ? bytes : undefined;
}

function percentDecoded(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new TextEncoder().encode(decodeURIComponent(text));
  } catch {
    return undefined;
  }
}

/**
 * The bytes that a field of a request carries as base64, with or without a `data:` prefix; white space is taken.
 *
 * @param where what errors call the field
 * @throws ImpromptError `input-empty`, `invalid-option`
 */
export function pictureBytes(text: string, where: string): Uint8Array {
  const isUrl = /^\s*data:/iu.test(text.slice(0, LONGEST_PREFIX));
  const prefix = isUrl ? /^[^,]*,/u.exec(text.slice(0, LONGEST_PREFIX))?.[0] : "";
  if (prefix === undefined) throw garbled(where);
  const isPercent = isUrl && !/;\s*base64\s*,$/iu.test(prefix);
  const body = text.slice(prefix.length);
  const bytes = isPercent ? percentDecoded(body) : decode(body);
  if (bytes === undefined) throw garbled(where);
  if (bytes.length === 0)
    throw new ImpromptError("input-empty", "there is no picture in it", { where, hint: HINT });
  return bytes;
}
