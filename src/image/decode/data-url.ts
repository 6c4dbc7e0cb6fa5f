/**
 * Bytes of a `data:` URL, base64 or percent-encoded; its media type is not believed. `undefined` when it is not
 * one or is malformed. White space inside base64 is allowed.
 *
 * @source RFC 2397
 */
export function dataUrlBytes(url: string): Uint8Array | undefined {
  const comma = url.indexOf(",");
  if (!/^data:/i.test(url) || comma < 0) return undefined;
  const body = url.slice(comma + 1);
  if (!/;\s*base64\s*$/i.test(url.slice(0, comma))) return percentBytes(body);
  const plain = percentText(body)?.replace(/\s+/g, "");
  if (plain === undefined || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(plain)) return undefined;
  return Buffer.from(plain, "base64");
}

function percentText(body: string): string | undefined {
  if (!body.includes("%")) return body;
  const bytes = percentBytes(body);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString("latin1");
}

/** Characters as UTF-8, `%XX` as the byte; `undefined` on a broken escape. */
function percentBytes(body: string): Uint8Array | undefined {
  const source = Buffer.from(body, "utf8");
  const bytes = new Uint8Array(source.length);
  let count = 0;
  for (let at = 0; at < source.length; at++, count++) {
    if (source[at] !== 0x25) {
      bytes[count] = source[at] as number;
      continue;
    }
    const digits = source.toString("latin1", at + 1, at + 3);
    if (!/^[0-9a-f]{2}$/i.test(digits)) return undefined;
    bytes[count] = Number.parseInt(digits, 16);
    at += 2;
  }
  return bytes.subarray(0, count);
}
