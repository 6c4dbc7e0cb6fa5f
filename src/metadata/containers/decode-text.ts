const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** Bytes as text: UTF-8 where they are valid UTF-8 (whatever the format asks for), else Latin-1 byte by byte. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return decodeLatin1(bytes);
  }
}

/** One character a byte, U+0000 to U+00FF. */
export function decodeLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** UTF-16 in a stated order; an odd last byte is dropped. */
export function decodeUtf16(bytes: Uint8Array, bigEndian: boolean): string {
  const even = bytes.length & ~1;
  const copy = Buffer.from(bytes.subarray(0, even));
  if (bigEndian) copy.swap16();
  const text = copy.toString("utf16le");
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/**
 * UTF-16 of unknown order: a byte order mark decides, else the reading with more plain ASCII letters, else the one
 * whose characters come from fewer blocks of 256; a tie is little-endian when `fallbackBigEndian` is false.
 */
export function decodeUtf16Guess(bytes: Uint8Array, fallbackBigEndian: boolean): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, true);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, false);
  let asciiBig = 0;
  let asciiLittle = 0;
  const even = new Set<number>();
  const odd = new Set<number>();
  const end = Math.min(bytes.length & ~1, 8192);
  for (let i = 0; i < end; i += 2) {
    const first = bytes[i] ?? 0;
    const second = bytes[i + 1] ?? 0;
    if (first === 0 && isPlain(second)) asciiBig += 1;
    if (second === 0 && isPlain(first)) asciiLittle += 1;
    even.add(first);
    odd.add(second);
  }
  if (asciiBig !== asciiLittle) return decodeUtf16(bytes, asciiBig > asciiLittle);
  if (even.size !== odd.size) return decodeUtf16(bytes, even.size < odd.size);
  return decodeUtf16(bytes, fallbackBigEndian);
}

function isPlain(code: number): boolean {
  return (code >= 0x20 && code < 0x7f) || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Without the NULs (and nothing else) at its ends. */
export function trimNuls(text: string): string {
  let start = 0;
  let end = text.length;
  while (end > start && text.charCodeAt(end - 1) === 0) end -= 1;
  while (start < end && text.charCodeAt(start) === 0) start += 1;
  return text.slice(start, end);
}

/** Whether the bytes begin with these ASCII characters at `at`. */
export function startsWith(bytes: Uint8Array, ascii: string, at = 0): boolean {
  if (at < 0 || at + ascii.length > bytes.length) return false;
  for (let i = 0; i < ascii.length; i += 1) if (bytes[at + i] !== ascii.charCodeAt(i)) return false;
  return true;
}
