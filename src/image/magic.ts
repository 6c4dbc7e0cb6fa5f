/** Bytes as Latin-1 text; shorter at the end of the data. */
export function textAt(bytes: Uint8Array, offset: number, length: number): string {
  let text = "";
  const end = Math.min(bytes.length, offset + length);
  for (let i = offset; i < end; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}

/** Whether the Latin-1 text `magic` stands at `offset`; `?` matches any byte. */
export function startsWith(bytes: Uint8Array, magic: string, offset = 0): boolean {
  if (bytes.length < offset + magic.length) return false;
  for (let i = 0; i < magic.length; i++) {
    const wanted = magic.charCodeAt(i);
    if (wanted !== 0x3f && bytes[offset + i] !== wanted) return false;
  }
  return true;
}

/** Big-endian 32-bit unsigned number; 0 past the end. */
export function uint32(bytes: Uint8Array, offset: number): number {
  if (offset < 0 || offset + 4 > bytes.length) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(offset, offset + 4);
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
